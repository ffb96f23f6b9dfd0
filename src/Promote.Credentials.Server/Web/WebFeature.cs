using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Formatters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Health;
using Promote.Credentials.Server.Web.Json;
using Promote.Credentials.Server.Web.Limits;
using Promote.Credentials.Server.Web.Metrics;
using Promote.Credentials.Server.Web.Problems;

[assembly: ApiController]

namespace Promote.Credentials.Server.Web;

/// <summary>What surrounds every operation: strict JSON, problems, access, limits, headers, log, metrics, health.</summary>
internal static class WebFeature
{
    // The one question of readiness that is answered though the database is silent: the others ask it.
    private const string Database = "database";

    public static IServiceCollection AddWeb(this IServiceCollection services, PromoteSettings settings)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<KnownClients>().AddScoped<ApiKeyLookup>().AddScoped<Oneself>();
        services.AddSingleton<ServiceMetrics>().AddSingleton<MetricsStore>();
        services.AddExceptionHandler<ExceptionProblems>();
        services.AddRateLimiter(options => RequestLimits.Configure(options, settings.RateLimits));
        services.AddCors(cors => cors.AddPolicy(CorsNames.Anyone, policy => policy.AllowAnyOrigin().WithMethods(HttpMethods.Get)));
        services.AddSingleton<DatabaseWatch>().AddHostedService(provider => provider.GetRequiredService<DatabaseWatch>());
        services.AddHealthChecks().AddCheck<DatabaseReady>(Database).AddCheck<MigrationsReady>("migrations");
        services.Configure<KestrelServerOptions>(Limit);
        services.Configure<RouteOptions>(routes => routes.LowercaseUrls = true);
        services.AddControllers(UseStrictJson)
            .ConfigureApplicationPartManager(parts => parts.FeatureProviders.Add(new InternalControllers()))
            .ConfigureApiBehaviorOptions(api =>
            {
                api.SuppressMapClientErrors = true;
                api.InvalidModelStateResponseFactory = RefusedBody.Answer;
            });
        services.AddRazorPages(pages => pages.Conventions.AddFolderApplicationModelConvention("/", OnlyWhatIsHandled));
        services.AddDataProtection().UseEphemeralDataProtectionProvider();

        // Pages that can only be read protect nothing: at start no key is made for it, which would go into the home folder.
        services.Remove(services.Single(service => service.ImplementationType?.Name == "DataProtectionHostedService"));
        return services;
    }

    public static void UseWeb(this WebApplication app)
    {
        app.UseMiddleware<RequestLog>();
        app.UseMiddleware<SecurityHeaders>();
        app.UseExceptionHandler(_ => { });
        app.UseStatusCodePages(BareStatusProblems.WriteAsync);
        app.UseMiddleware<PackedBodies>();
        app.UseStaticFiles();
        app.UseRouting();
        app.UseCors();
        app.UseMiddleware<RefuseWhileSilent>();
        app.UseRateLimiter();
    }

    public static void MapWeb(this WebApplication app, NodeRole role)
    {
        _ = app.Services.GetRequiredService<MetricsStore>();
        MapForOperators(app);
        if (role == NodeRole.Worker)
        {
            return;
        }

        app.MapControllers();
        app.MapRazorPages();
    }

    private static void MapForOperators(WebApplication app)
    {
        var get = new HttpMethodMetadata([HttpMethods.Get]);
        var database = app.Services.GetRequiredService<DatabaseWatch>();
        app.MapHealthChecks("/healthz", new() { Predicate = _ => false, ResponseWriter = HealthAnswer.WriteAsync }).WithMetadata(get).DisableRateLimiting();
        app.MapHealthChecks("/readyz", new() { Predicate = check => !database.IsSilent || check.Name == Database, ResponseWriter = HealthAnswer.WriteAsync }).WithMetadata(get).DisableRateLimiting();
        app.MapGet("/metrics", (MetricsStore store) => Results.Text(PrometheusText.Write(store), PrometheusText.ContentType)).DisableRateLimiting();
    }

    // A page answers what it has handlers for, and HEAD with GET.
    private static void OnlyWhatIsHandled(PageApplicationModel page) =>
        page.EndpointMetadata.Add(new HttpMethodMetadata([HttpMethods.Head, .. page.HandlerMethods.Select(handler => handler.HttpMethod.ToUpperInvariant()).Distinct()]));

    private static void Limit(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = StrictBody.MaxBytes;
        kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
    }

    private static void UseStrictJson(MvcOptions mvc)
    {
        mvc.InputFormatters.Clear();
        mvc.InputFormatters.Add(new StrictJsonFormatter());
        mvc.OutputFormatters.Clear();
        mvc.OutputFormatters.Add(new SystemTextJsonOutputFormatter(ApiJson.Options));

        // A form is read by the operation that takes it, which also says what is wrong with it.
        mvc.ValueProviderFactories.RemoveType<FormValueProviderFactory>();
        mvc.ValueProviderFactories.RemoveType<FormFileValueProviderFactory>();
        mvc.ValueProviderFactories.RemoveType<JQueryFormValueProviderFactory>();

        // The shape of a body is checked while it is read and its meaning by the domain: nothing is left for attributes.
        mvc.ModelValidatorProviders.Clear();
        mvc.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
    }
}
