using System.Security.Cryptography;
using System.Text.Json;
using Promote.Credentials.Fuzz.Seeds;
using Promote.Credentials.Verification;

namespace Promote.Credentials.Fuzz.Targets;

/// <summary>Verifies inputs as the service does, and knows what was signed: nothing else may ever come out valid.</summary>
internal sealed class Inspection
{
    private static readonly VerificationRequest Request = new() { Now = Badges.Now };

    private readonly HashSet<string> signed = [];
    private readonly Verifier verifier;
    private string? signedLast;

    internal Inspection() => verifier = new Verifier(World, World, World, [], TimeProvider.System);

    internal World World { get; } = new();

    /// <summary>What a seed says was signed, for the whole run.</summary>
    internal byte[] Trust(byte[] input)
    {
        if (ReportOn(input).Document is { } document)
        {
            signed.Add(Digest(document));
        }

        return input;
    }

    /// <summary>The same for a seed that has to be valid: where none is, no case could be wrongly so.</summary>
    internal byte[] TrustValid(byte[] input) => IsValid(ReportOn(input))
        ? Trust(input)
        : throw new InvalidOperationException($"A seed is not valid: {string.Join(' ', ReportOn(input).Checks.Select(check => $"{check.Id} {check.Outcome} {check.Detail}"))}");

    /// <summary>What this document says was signed just now, and counts until the next.</summary>
    internal void TrustNext(JsonElement document) => signedLast = Digest(document);

    internal void TrustNothingMore() => signedLast = null;

    internal Report ReportOn(byte[] input)
    {
        var verification = verifier.VerifyAsync(input, Request, CancellationToken.None);
        return verification.IsCompleted ? verification.GetAwaiter().GetResult() : throw new InvalidOperationException("A verification went to another thread.");
    }

    /// <summary>Verifies, and says what is wrong with the answer; null when nothing is.</summary>
    internal string? Try(byte[] input) => Fault(ReportOn(input));

    /// <summary>What is wrong with a report.</summary>
    internal string? Fault(Report report)
    {
        ReportJson.Write(report, (json, credential) => credential.WriteTo(json));
        return !IsValid(report) || (Digest(report.Document!.Value) is var digest && (digest == signedLast || signed.Contains(digest)))
            ? null
            : $"is {report.Outcome}, and nobody signed what it says: {report.Document}";
    }

    internal static bool IsValid(Report report) => report.Outcome is Outcome.Valid or Outcome.ValidWithWarnings;

    private static string Digest(JsonElement document) => Convert.ToHexString(SHA256.HashData(Meaning.Of(document)));
}
