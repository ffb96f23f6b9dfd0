using Promote.Credentials.Server.Esco.Importing;
using Promote.Credentials.Server.Esco.Searching;

namespace Promote.Credentials.Server.Esco;

/// <summary>The European classification of occupations and skills: its files are imported, its names searched.</summary>
internal static class EscoFeature
{
    public static IServiceCollection AddEsco(this IServiceCollection services)
    {
        services.AddScoped<ImportEsco>();
        services.AddScoped<EscoSample>();
        services.AddScoped<KnownConcepts>();
        services.AddScoped<SearchEsco>();
        services.AddHostedService<SampleAtStart>();
        return services;
    }
}
