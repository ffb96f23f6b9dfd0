using Promote.Credentials.Verification.Securing;
using System.Text.Json;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Verification.Ports;

namespace Promote.Credentials.Verification.Assertions;

/// <summary>A hosted assertion: being at its address, on the issuer's site, is what makes it valid.</summary>
internal sealed class HostedAssertion(JsonElement handedIn, LinkedObject hosted, LinkedObject issuer) : SecuringMechanism
{
    internal override string Name => "hosted";

    internal override Finding JudgeIntegrity(Candidate candidate) => hosted switch
    {
        { IsFound: true } => Finding.Passed("hosted.found", "The badge lies at the address that it names, and what is shown here is what lies there."),
        { Failure: FetchFailure.Gone } => Finding.NotChecked("hosted.gone", "The badge was at the address that it names, and was taken away there."),
        { Failure: FetchFailure.NotFound } => Finding.Failed("hosted.missing", "The badge is not at the address that it names, so nobody confirms it.", hosted.Detail),
        _ => candidate.Open("hosted.unreachable", "The address that the badge names does not answer, so it could not be confirmed.", hosted.Detail),
    };

    /// <inheritdoc/>
    internal override Finding? JudgeClaims(Candidate candidate)
    {
        if (!hosted.IsFound)
        {
            return null;
        }

        return Jcs.Canonicalize(handedIn).AsSpan().SequenceEqual(Jcs.Canonicalize(hosted.Document))
            ? Finding.Passed("claims.hosted", "The copy that was handed in is the one on the issuer's site.")
            : Finding.Warning("claims.hostedDiffers", "The copy that was handed in differs from the one on the issuer's site. What counts, and what is shown, is the one on the site.");
    }

    /// <inheritdoc/>
    internal override Finding JudgeIssuer(Candidate candidate)
    {
        var id = handedIn.Text("id");
        if (!issuer.IsFound)
        {
            return candidate.Open("issuerIdentity.unknownProfile", "The issuer's profile cannot be looked up, so nobody can tell whether this is the issuer's badge.", issuer.Detail);
        }

        return IssuerScope.Contains(issuer.Document, id)
            ? Finding.Passed("issuerIdentity.hosted", "The badge lies on the site of the issuer that it names.", $"Issuer {issuer.Document.Text("id")}", $"Badge {id}")
            : Finding.Failed("issuerIdentity.elsewhere", "The badge does not lie on the site of the issuer that it names. Somebody else uses the issuer's name.", $"Issuer {issuer.Document.Text("id")}", $"Badge {id}");
    }

    /// <inheritdoc/>
    internal override Finding? JudgeStatus(Candidate candidate) => hosted switch
    {
        { Failure: FetchFailure.Gone } => Finding.Failed("status.revoked", "The issuer has withdrawn it: it does not count any more.", Reason(hosted.Document)),
        { IsFound: true } when hosted.Document.Member("revoked").ValueKind == JsonValueKind.True => Finding.Failed("status.revoked", "The issuer has withdrawn it: it does not count any more.", Reason(hosted.Document)),
        { IsFound: true } => Finding.Passed("status.inForce", "The issuer has neither withdrawn nor suspended this credential."),
        _ => candidate.Open("status.unreadable", "The issuer can withdraw this credential, and its list of withdrawn ones could not be read or relied on.", hosted.Detail),
    };

    private static string[] Reason(JsonElement document) => document.Text("revocationReason") is { } reason ? [$"Reason: {reason}"] : [];
}
