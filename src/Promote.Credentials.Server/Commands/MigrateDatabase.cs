using Promote.Credentials.Server.Storage;

namespace Promote.Credentials.Server.Commands;

/// <summary><c>promote migrate</c>: brings the database to the newest migration, for installations whose service may not change tables.</summary>
internal static class MigrateDatabase
{
    public static async Task RunAsync(IServiceProvider services, Options options, TextWriter output, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<Migrator>().RunAsync(cancellationToken);
        await output.WriteLineAsync("Every migration is applied.");
    }
}
