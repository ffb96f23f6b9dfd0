namespace Promote.Credentials.Server.Tests.Threats;

/// <summary>A service whose statements are counted from its start: a context of the database that nobody listened to stays silent for a second.</summary>
public sealed class ServiceWithStatements : ServiceWithAward
{
    internal Statements Statements { get; } = new();

    public override async Task DisposeAsync()
    {
        Statements.Dispose();
        await base.DisposeAsync();
    }
}
