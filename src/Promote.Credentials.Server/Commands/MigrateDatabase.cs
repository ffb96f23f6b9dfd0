namespace Promote.Credentials.Server.Commands;

/// <summary><c>promote migrate</c>: brings the database to the newest migration, for installations whose service may not change tables.</summary>
internal static class MigrateDatabase
{
    // Every command migrates before it runs, so there is nothing left to do but to say so.
    public static Task RunAsync(IServiceProvider services, Options options, TextWriter output, CancellationToken cancellationToken) =>
        output.WriteLineAsync("Every migration is applied.");
}
