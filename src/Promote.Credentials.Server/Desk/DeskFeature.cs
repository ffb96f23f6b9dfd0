using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Promote.Credentials.Server.Settings;

namespace Promote.Credentials.Server.Desk;

/// <summary>The pages for people who work for issuers. They do what the API does, by the same operations.</summary>
internal static class DeskFeature
{
    public static IServiceCollection AddDesk(this IServiceCollection services) => services
        .AddScoped<PublishedAchievements>()
        .Configure<RazorPagesOptions>(pages => pages.RootDirectory = "/")
        .Configure<RazorViewEngineOptions>(views => views.PageViewLocationFormats.Add("/Public/Pages/Shared/{0}" + RazorViewEngine.ViewExtension));

    /// <summary>What is at the desk besides its pages.</summary>
    public static void MapDesk(this WebApplication app, PromoteSettings settings)
    {
#if USE_HANGFIRE
        JobsDashboard.Map(app, settings);
#endif
    }
}
