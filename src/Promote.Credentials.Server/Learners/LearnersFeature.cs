namespace Promote.Credentials.Server.Learners;

/// <summary>What a person may ask of whoever holds data about them: to get it, and to have it erased.</summary>
internal static class LearnersFeature
{
    public static IServiceCollection AddLearners(this IServiceCollection services) => services.AddScoped<EraseEverything>().AddScoped<MakeOneLearner>().AddScoped<ExportOfLearner>();
}
