using System.Text.Json;
using Promote.Credentials.Verification.Checks;

namespace Promote.Credentials.Verification;

/// <summary>What is known about one document after all checks.</summary>
public sealed record Report
{
    /// <summary>The report on a document of this service whose bytes are not there any more as they were stored.</summary>
    public static Report DamagedRecord { get; } = new() { Checks = [OwnRecordCheck.Damaged] };

    /// <summary>What the checks say together.</summary>
    public Outcome Outcome => Worst(Checks);

    /// <summary>The checks that concern this document, in the order they were made; never empty.</summary>
    public required IReadOnlyList<CheckResult> Checks { get; init; }

    /// <summary>The document as it was read, its proof included; null when it is not a credential.</summary>
    public JsonElement? Document { get; init; }

    /// <summary>The document when its signatures hold, so that it says what somebody signed; else null.</summary>
    public JsonElement? Credential => Checks.Any(check => check is { Id: CheckIds.Proof, Outcome: CheckOutcome.Passed }) ? Document : null;

    /// <summary>Why the input is not a credential at all; null when it is one, good or bad.</summary>
    public Rejection? Rejection { get; init; }

    // An unknown is never green: a check that could not be made weighs more than a warning.
    private static Outcome Worst(IReadOnlyList<CheckResult> checks) =>
        checks.Any(check => check.Outcome == CheckOutcome.Failed) ? Outcome.Invalid
        : checks.Any(check => check.Outcome == CheckOutcome.NotChecked) ? Outcome.Unconfirmed
        : checks.Any(check => check.Outcome == CheckOutcome.Warning) ? Outcome.ValidWithWarnings
        : Outcome.Valid;
}
