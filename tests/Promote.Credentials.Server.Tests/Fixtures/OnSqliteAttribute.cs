using System.Reflection;
using Xunit.Sdk;

namespace Promote.Credentials.Server.Tests.Fixtures;

/// <summary>Runs the theory on a SQLite file of its own.</summary>
/// <param name="more">What else the theory is given.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class OnSqliteAttribute(params object[] more) : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[Database.Sqlite, .. more]];
}
