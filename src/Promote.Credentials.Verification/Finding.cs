namespace Promote.Credentials.Verification;

/// <summary>The answer of a check.</summary>
/// <param name="Outcome">The answer.</param>
/// <param name="Key">The stable name of the sentence, such as <c>proof.intact</c>: what translations are found by.</param>
/// <param name="Detail">The sentence in English.</param>
/// <param name="Facts">What a technician wants to see besides.</param>
internal sealed record Finding(CheckOutcome Outcome, string Key, string Detail, params IReadOnlyList<string> Facts)
{
    /// <summary>The values in the sentence, by the names that translations know them by.</summary>
    internal IReadOnlyDictionary<string, object> Arguments { get; init; } = CheckResult.NoArguments;

    internal static Finding Passed(string key, string detail, params IReadOnlyList<string> facts) => new(CheckOutcome.Passed, key, detail, facts);

    internal static Finding Warning(string key, string detail, params IReadOnlyList<string> facts) => new(CheckOutcome.Warning, key, detail, facts);

    internal static Finding Failed(string key, string detail, params IReadOnlyList<string> facts) => new(CheckOutcome.Failed, key, detail, facts);

    internal static Finding NotChecked(string key, string detail, params IReadOnlyList<string> facts) => new(CheckOutcome.NotChecked, key, detail, facts);

    /// <summary>This answer with one value in its sentence: a text, a number or an instant.</summary>
    internal Finding With(string name, object value) => this with { Arguments = new Dictionary<string, object>(Arguments, StringComparer.Ordinal) { [name] = value } };
}
