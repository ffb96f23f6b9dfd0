using Promote.Credentials.Server.Jobs;

namespace Promote.Credentials.Server.Assessments;

/// <summary>From what an assessor sees to an award.</summary>
internal static class AssessmentsFeature
{
    public static IServiceCollection AddAssessments(this IServiceCollection services)
    {
        services.AddScoped<TakeStep>().AddScoped<BeginAssessment>();
        services.AddHostedService<AwardConfirmed>();
        return services.AddRecurringJob<AwardConfirmed>(AwardConfirmed.Interval);
    }
}
