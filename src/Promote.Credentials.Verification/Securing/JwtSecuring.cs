using Promote.Credentials.Proofs.Jose;
using Promote.Credentials.Verification.Families;
using Promote.Credentials.Verification.Keys;

namespace Promote.Credentials.Verification.Securing;

/// <summary>A JWT around the document (Open Badges 3.0 §8.2, VC-JOSE-COSE §3.1.1).</summary>
internal sealed class JwtSecuring(CompactJws jws, VcJwtDocument document) : SecuringMechanism
{
    private readonly KeyReference key = new(jws.Header.KeyId, jws.Header.Key);

    internal override string Name => "jwt";

    internal override IReadOnlyList<KeyReference> Keys => [key];

    /// <summary>What the claims say.</summary>
    internal VcJwtDocument Document => document;

    internal override Finding JudgeIntegrity(Candidate candidate)
    {
        var fact = $"{jws.Header.Algorithm}, key {key.Name}";
        return candidate.Keys[key] switch
        {
            { Method: null } => Finding.NotChecked("proof.unknownKey", "The digital signature could not be checked, because the key of the signer cannot be looked up from here.", fact),
            { Method.Key: var found } when jws.Verify(found) => Finding.Passed("proof.intact", "The digital signature is intact: not one character was changed since the credential was signed.", fact),
            _ => Finding.Failed("proof.broken", "The digital signature does not match: the document was changed after it was signed, or was never signed by this key.", fact),
        };
    }

    /// <inheritdoc/>
    internal override Finding JudgeClaims(Candidate candidate)
    {
        var different = document.Disagreements.Where(one => !one.IsMissing).ToList();
        if (different.Count > 0)
        {
            return Finding.Failed("claims.differ", "The digital envelope says something else than the document inside, so different programs would read different things.", [.. different.Select(one => one.ToString())]);
        }

        // A presentation is for one question of one verifier (RFC 7519 §4.1.3, VC 1.1 §6.3.1), or anybody could show it again.
        if (candidate.Family is Presentation && (IsOther(candidate.Request.Challenge, document.Nonce) || IsOther(candidate.Request.Domain, document.Audience)))
        {
            return Finding.Failed("claims.elsewhere", "The presentation was made for somebody else, or answers another question than the one that was asked.");
        }

        var missing = document.RequiresClaims ? document.Disagreements : [];
        return missing.Count == 0
            ? Finding.Passed("claims.agree", "The digital envelope and the document inside say the same.")
            : candidate.Lenient("claims.missing", "The digital envelope lacks something that the standard wants it to repeat from the document.", [.. missing.Select(one => one.ToString())]);
    }

    private static bool IsOther(string? asked, string? answered) => asked is not null && asked != answered;
}
