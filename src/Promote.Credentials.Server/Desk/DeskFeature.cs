using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Promote.Credentials.Server.Desk;

/// <summary>The pages for people who work for issuers. They do what the API does, by the same operations.</summary>
internal static class DeskFeature
{
    public static IServiceCollection AddDesk(this IServiceCollection services) => services
        .AddScoped<PublishedAchievements>()
        .Configure<RazorPagesOptions>(pages => pages.RootDirectory = "/")
        .Configure<RazorViewEngineOptions>(views => views.PageViewLocationFormats.Add("/Public/Pages/Shared/{0}" + RazorViewEngine.ViewExtension));
}
