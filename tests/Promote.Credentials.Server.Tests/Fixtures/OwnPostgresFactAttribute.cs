namespace Promote.Credentials.Server.Tests.Fixtures;

/// <summary>A test that starts a PostgreSQL server of its own; skipped, with the reason printed, where it cannot.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OwnPostgresFactAttribute : FactAttribute
{
    public OwnPostgresFactAttribute() => Skip = OwnPostgres.Missing;
}
