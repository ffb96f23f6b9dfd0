namespace Promote.Credentials.Verification;

/// <summary>The answer of a check.</summary>
internal sealed record Finding(CheckOutcome Outcome, string Detail, params IReadOnlyList<string> Facts)
{
    internal static Finding Passed(string detail, params IReadOnlyList<string> facts) => new(CheckOutcome.Passed, detail, facts);

    internal static Finding Warning(string detail, params IReadOnlyList<string> facts) => new(CheckOutcome.Warning, detail, facts);

    internal static Finding Failed(string detail, params IReadOnlyList<string> facts) => new(CheckOutcome.Failed, detail, facts);

    internal static Finding NotChecked(string detail, params IReadOnlyList<string> facts) => new(CheckOutcome.NotChecked, detail, facts);
}
