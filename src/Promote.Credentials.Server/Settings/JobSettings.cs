using System.ComponentModel.DataAnnotations;

namespace Promote.Credentials.Server.Settings;

/// <summary>The section <c>Promote:Jobs</c>: the work besides requests.</summary>
internal sealed record JobSettings
{
    /// <summary>
    /// Slug of the issuer whose administrators see the dashboard of Hangfire at <c>/desk/jobs</c>; null for no dashboard. It shows the jobs
    /// of all issuers, so this is the operator's own.
    /// </summary>
    [MinLength(2)]
    public string? DashboardFor { get; init; }
}
