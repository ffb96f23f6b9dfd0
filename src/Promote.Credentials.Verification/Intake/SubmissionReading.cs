using Promote.Credentials.Verification.Securing;
using System.Text.Json;
using Promote.Credentials.Verification.Families;
using Promote.Credentials.Verification.Assertions;

namespace Promote.Credentials.Verification.Intake;

/// <summary>What a submission turned out to be.</summary>
internal sealed record SubmissionReading
{
    /// <summary>By whose rules it is judged; null for an assertion that is still to be loaded, and for a rejection.</summary>
    internal Family? Family { get; init; }

    /// <summary>How it is secured; null as above.</summary>
    internal SecuringMechanism? Securing { get; init; }

    /// <summary>What it says.</summary>
    internal JsonElement Document { get; init; }

    /// <summary>An Open Badges 2.0 assertion, which is only a part of what it says: the rest lies elsewhere.</summary>
    internal Assertion? Assertion { get; init; }

    /// <summary>Why it is nothing of that.</summary>
    internal Rejection? Rejection { get; init; }

    internal static SubmissionReading Rejected(string pointer, string detail) => new() { Rejection = new Rejection(RejectionKind.NotACredential, pointer, detail) };
}
