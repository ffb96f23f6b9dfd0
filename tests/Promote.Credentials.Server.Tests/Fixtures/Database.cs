namespace Promote.Credentials.Server.Tests.Fixtures;

/// <summary>The two databases that every test of the store runs on.</summary>
public enum Database
{
    Sqlite,
    Postgres,
}
