namespace Promote.Credentials.Verification;

/// <summary>One line of a report.</summary>
/// <param name="Id">Short name, such as <c>proof</c>; the same in every language and version.</param>
/// <param name="Code">The stable id, <c>PC-V002</c> and so on.</param>
/// <param name="Title">What is asked, in a few English words.</param>
/// <param name="Outcome">The answer.</param>
/// <param name="Detail">The answer as a sentence for a reader without technical knowledge. It repeats nothing about the recipient.</param>
public sealed record CheckResult(string Id, string Code, string Title, CheckOutcome Outcome, string Detail)
{
    /// <summary>The stable name of the sentence, such as <c>proof.intact</c>; a reader in another language gets the text of this name.</summary>
    public required string Key { get; init; }

    /// <summary>The values in the sentence, by the names that such a text has places for: texts, numbers and instants (<see cref="DateTimeOffset"/>).</summary>
    public IReadOnlyDictionary<string, object> Arguments { get; init; } = NoArguments;

    /// <summary>What a technician wants to see besides: keys, suites, JSON pointers. Nothing about the recipient either.</summary>
    public IReadOnlyList<string> Facts { get; init; } = [];

    internal static IReadOnlyDictionary<string, object> NoArguments { get; } = new Dictionary<string, object>();

    internal static CheckResult Of(string id, string code, string title, Finding finding) =>
        new(id, code, title, finding.Outcome, finding.Detail) { Key = finding.Key, Arguments = finding.Arguments, Facts = finding.Facts };
}
