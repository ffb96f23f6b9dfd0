using Promote.Credentials.Server.Jobs;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Audit;

/// <summary>The audit trail: what was done is chained, and can be read.</summary>
internal static class AuditFeature
{
    public static IServiceCollection AddAudit(this IServiceCollection services) => services
        .AddRecurringJob<KeepAuditChained>(KeepAuditChained.Interval)
        .WakeJob<KeepAuditChained, AuditRow>(row => row.Sequence is null);
}
