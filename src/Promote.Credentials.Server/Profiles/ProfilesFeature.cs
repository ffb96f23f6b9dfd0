namespace Promote.Credentials.Server.Profiles;

/// <summary>Occupations of ESCO with what an issuer adds to their skills, and who has those skills.</summary>
internal static class ProfilesFeature
{
    public static IServiceCollection AddProfiles(this IServiceCollection services) =>
        services.AddScoped<ProfileCheck>().AddScoped<SkillsOfProfile>().AddScoped<DrawUpSkillsMap>();
}
