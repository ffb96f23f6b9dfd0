using System.Reflection;
using Xunit.Sdk;

namespace Promote.Credentials.Server.Tests.Fixtures;

/// <summary>Runs the theory on a PostgreSQL database of its own; skipped, with the reason printed, where there is no server.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class OnPostgresAttribute : DataAttribute
{
    private readonly object[] more;

    public OnPostgresAttribute(params object[] more) => (this.more, Skip) = (more, PostgresServer.Missing);

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[Database.Postgres, .. more]];
}
