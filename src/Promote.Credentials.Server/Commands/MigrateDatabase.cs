using Promote.Credentials.Server.Jobs;

namespace Promote.Credentials.Server.Commands;

/// <summary><c>promote migrate</c>: brings the database to the newest migration, for installations whose service may not change tables.</summary>
internal static class MigrateDatabase
{
    // Every command migrates before it runs, so only the tables of the job engine are left.
    public static async Task RunAsync(IServiceProvider services, Options options, TextWriter output, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<IJobs>().PrepareAsync(cancellationToken);
        await output.WriteLineAsync("Every migration is applied.");
    }
}
