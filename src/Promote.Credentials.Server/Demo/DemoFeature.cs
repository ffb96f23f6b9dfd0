namespace Promote.Credentials.Server.Demo;

/// <summary>What a first start in Development shows. Elsewhere there is nothing of it.</summary>
internal static class DemoFeature
{
    public static IServiceCollection AddDemo(this IServiceCollection services, IHostEnvironment environment)
    {
        if (environment.IsDevelopment())
        {
            services.AddScoped<DemoKey>();
            services.AddScoped<DemoDesk>();
            services.AddScoped<SeedDemo>();
            services.AddHostedService<DemoAtStart>();
        }

        return services;
    }
}
