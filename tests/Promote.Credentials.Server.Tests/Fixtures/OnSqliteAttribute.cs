using System.Reflection;
using Xunit.Sdk;

namespace Promote.Credentials.Server.Tests.Fixtures;

/// <summary>Runs the theory on a SQLite file of its own.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnSqliteAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[Database.Sqlite]];
}
