using Promote.Credentials.Server.Tests.Fixtures;

namespace Promote.Credentials.Server.Tests.Issuing;

/// <summary>As <see cref="CrashTests"/>, at the steps behind the promise; a class of its own, so that both run side by side.</summary>
[Trait("speed", "slow")]
public sealed class CrashAfterPromiseTests
{
    [Theory, OnSqlite, OnPostgres]
    public Task A_crash_after_step_5_loses_and_doubles_nothing(Database kind) => CrashTests.CrashAsync(kind, "issue-5");

    [Theory, OnPostgres]
    public Task A_crash_after_step_6_loses_and_doubles_nothing(Database kind) => CrashTests.CrashAsync(kind, "issue-6");

    [Theory, OnSqlite, OnPostgres]
    public Task A_crash_after_step_7_loses_and_doubles_nothing(Database kind) => CrashTests.CrashAsync(kind, "issue-7");

    [Theory, OnPostgres]
    public Task A_crash_after_step_8_loses_and_doubles_nothing(Database kind) => CrashTests.CrashAsync(kind, "issue-8");
}
