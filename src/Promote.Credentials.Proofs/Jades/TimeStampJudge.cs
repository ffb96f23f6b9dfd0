using System.Security.Cryptography.X509Certificates;

namespace Promote.Credentials.Proofs.Jades;

/// <summary>Judges the tokens of one seal.</summary>
/// <param name="others">Certificates that the seal brings along.</param>
/// <param name="anchors">Whom the operator trusts.</param>
internal sealed class TimeStampJudge(IReadOnlyList<X509Certificate2> others, IReadOnlyList<SealTrustAnchor> anchors)
{
    public SealTimeStamp Judge(TimeStampKind kind, byte[] der, ReadOnlySpan<byte> data)
    {
        if (!TimeStampToken.TryRead(der, out TimeStampToken? token))
        {
            return Failed(kind, null, "is no token of RFC 3161 with a hash of the SHA-2 family, or of a certificate that was not for time-stamping then");
        }
        if (!token.IsOver(data))
        {
            return Failed(kind, token.At, "is over other bytes");
        }
        using X509Certificate2? authority = token.FindAuthority(others);
        return authority is null
            ? Failed(kind, token.At, "is not signed by a certificate that was for time-stamping then")
            : Verified(kind, token, authority);
    }

    private SealTimeStamp Verified(TimeStampKind kind, TimeStampToken token, X509Certificate2 authority)
    {
        string name = SealSubject.NameIn(authority);
        X509Certificate2[] inside = token.Certificates;
        CertificatePath path = CertificatePath.Find(authority, [.. inside, .. others], anchors, token.At);
        foreach (X509Certificate2 certificate in inside)
        {
            certificate.Dispose();
        }
        string trust = path.Anchor is { } anchor ? $"which leads to the trust anchor \"{anchor.Name}\"" : "which leads to no configured trust anchor";
        return new SealTimeStamp(
            kind, true, path.Anchor is not null, token.At, name, $"{NameOf(kind)}: existed on {TimeStampToken.Instant(token.At)} by the word of \"{name}\", {trust}.");
    }

    private static SealTimeStamp Failed(TimeStampKind kind, DateTimeOffset? at, string why) => new(kind, false, false, at, "", $"{NameOf(kind)} {why}.");

    private static string NameOf(TimeStampKind kind) => kind switch
    {
        TimeStampKind.Content => "The time-stamp of the content (adoTst)",
        TimeStampKind.Signature => "The time-stamp of the signature (sigTst)",
        _ => "The archive time-stamp (arcTst)",
    };
}
