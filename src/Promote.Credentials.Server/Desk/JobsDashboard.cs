#if USE_HANGFIRE
using Hangfire;
using Hangfire.Dashboard;
using Promote.Credentials.Server.Settings;

namespace Promote.Credentials.Server.Desk;

/// <summary>What Hangfire has to do and did, to be read and not to be changed. It is not there unless the operator asks for it.</summary>
internal static class JobsDashboard
{
    private const string Address = "/desk/jobs";

    public static void Map(IEndpointRouteBuilder routes, PromoteSettings settings)
    {
        if (settings is { Jobs.DashboardFor: { } issuer, Node: not NodeRole.Worker })
        {
            routes.MapHangfireDashboard(Address, Shown(new JobsDashboardGuard(issuer)));
        }
    }

    private static DashboardOptions Shown(JobsDashboardGuard guard) => new()
    {
        Authorization = [],
        AsyncAuthorization = [guard],
        IsReadOnlyFunc = _ => true,

        // Its one POST asks for figures. There is nothing to forge, and a token would count on the node that made it only.
        IgnoreAntiforgeryToken = true,
        AppPath = "/desk",
        DashboardTitle = "Jobs",
        FaviconPath = "/favicon.svg",
        DisplayStorageConnectionString = false,
        DisplayNameFunc = (_, job) => job.Args is [string name, ..] ? name : job.Method.Name,
    };
}
#endif
