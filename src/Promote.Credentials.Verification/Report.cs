using System.Text.Json;
using Promote.Credentials.Verification.Checks;
using Promote.Credentials.Verification.Families;
using Promote.Credentials.Verification.Intake;

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

    /// <summary>What kind of document it is: <c>openBadges3</c>, <c>openBadges2</c>, <c>europass</c>, <c>endorsement</c>, <c>verifiableCredential</c>, <c>presentation</c>; null when it is none.</summary>
    public string? Kind { get; init; }

    /// <summary>Whether it is a presentation of credentials and not a credential.</summary>
    public bool IsPresentation => Kind == Presentation.Kind;

    /// <summary>How it is secured: <c>embeddedProof</c>, <c>jwt</c>, <c>seal</c>, <c>hosted</c>, <c>signedAssertion</c>, <c>none</c>; null when it is not a credential.</summary>
    public string? SecuredBy { get; init; }

    /// <summary>What it was handed in inside of.</summary>
    public Enclosure Enclosure { get; init; }

    /// <summary>The document as it was read, its proof included; null when it is not a credential.</summary>
    public JsonElement? Document { get; init; }

    /// <summary>The document when its signatures hold, so that it says what somebody signed; else null.</summary>
    public JsonElement? Credential => Checks.Any(check => check is { Id: CheckIds.Proof, Outcome: CheckOutcome.Passed }) ? Document : null;

    /// <summary>The reports on the credentials in a presentation, in its order; empty for anything else.</summary>
    public IReadOnlyList<Report> Parts { get; init; } = [];

    /// <summary>Why the input is not a credential at all; null when it is one, good or bad.</summary>
    public Rejection? Rejection { get; init; }

    internal static Report Of(Candidate candidate, IReadOnlyList<CheckResult> checks) => new()
    {
        Checks = checks,
        Kind = candidate.Family.Name,
        SecuredBy = candidate.Securing.Name,
        Enclosure = candidate.Enclosure,
        Document = candidate.Document,
        Parts = candidate.Parts,
    };

    internal static Report Rejected(Rejection rejection) => new() { Rejection = rejection, Checks = [FormatCheck.Unreadable(rejection)] };

    // An unknown is never green: a check that could not be made weighs more than a warning.
    private static Outcome Worst(IReadOnlyList<CheckResult> checks) =>
        checks.Any(check => check.Outcome == CheckOutcome.Failed) ? Outcome.Invalid
        : checks.Any(check => check.Outcome == CheckOutcome.NotChecked) ? Outcome.Unconfirmed
        : checks.Any(check => check.Outcome == CheckOutcome.Warning) ? Outcome.ValidWithWarnings
        : Outcome.Valid;
}
