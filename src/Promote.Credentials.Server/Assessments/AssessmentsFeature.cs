using Promote.Credentials.Server.Assessments.Files;
using Promote.Credentials.Server.Jobs;

namespace Promote.Credentials.Server.Assessments;

/// <summary>From what an assessor sees to an award.</summary>
internal static class AssessmentsFeature
{
    public static IServiceCollection AddAssessments(this IServiceCollection services)
    {
        services.AddScoped<TakeStep>().AddScoped<BeginAssessment>().AddScoped<KeptFiles>().AddScoped<EvidenceFiles>();
        services.AddHostedService<AwardConfirmed>();
        services.AddRecurringJob<ForgetUnfinishedFiles>(ForgetUnfinishedFiles.Interval);
        return services.AddRecurringJob<AwardConfirmed>(AwardConfirmed.Interval);
    }
}
