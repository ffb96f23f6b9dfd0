namespace Promote.Credentials.Tests;

/// <summary>How much of a very large number of cases is run: <c>./tests/run whole</c> runs them all, every other run a part of them that meets each kind.</summary>
internal static class Extent
{
    public static bool IsWhole { get; } = Environment.GetEnvironmentVariable("PROMOTE_TEST_WHOLE") == "1";
}
