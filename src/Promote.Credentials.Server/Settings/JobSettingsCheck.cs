namespace Promote.Credentials.Server.Settings;

/// <summary>What depends on how the program was compiled.</summary>
internal static class JobSettingsCheck
{
#if USE_HANGFIRE
    private const bool HasDashboard = true;
#else
    private const bool HasDashboard = false;
#endif

    /// <exception cref="SettingsException">A dashboard is asked for, and there is none.</exception>
    public static void Check(JobSettings jobs)
    {
        if (!HasDashboard && jobs.DashboardFor is not null)
        {
            throw new SettingsException("Promote__Jobs__DashboardFor is set, and this program runs its jobs with Quartz.NET, which has no dashboard: remove it, or compile the program with -p:UseHangfire=true.");
        }
    }
}
