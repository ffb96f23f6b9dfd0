using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Promote.Credentials.Proofs.Jades;

/// <summary>A seal that was read → the four facts about it.</summary>
internal sealed class SealVerifier : IDisposable
{
    private readonly SealReading _seal;
    private readonly IReadOnlyList<SealTrustAnchor> _anchors;
    private readonly X509Certificate2 _leaf;
    private readonly List<X509Certificate2> _others;

    private SealVerifier(SealReading seal, IReadOnlyList<SealTrustAnchor> anchors)
    {
        (_seal, _anchors) = (seal, anchors);
        _leaf = X509CertificateLoader.LoadCertificate(seal.Certificate.Span);
        _others = [];
        foreach (byte[] der in seal.Certificates.Skip(1).Concat(seal.Entries.Where(entry => entry.Name == SealEntry.CertificateValues).SelectMany(entry => entry.Values)))
        {
            // Nothing covers what stands in xVals before an archive time-stamp: what cannot be read just does not help.
            if (SealCertificate.TryLoad(der, out X509Certificate2? certificate))
            {
                _others.Add(certificate);
            }
        }
    }

    public static SealReport Verify(SealReading seal, IReadOnlyList<SealTrustAnchor> anchors, DateTimeOffset now)
    {
        using var verifier = new SealVerifier(seal, anchors);
        SealTimeStamp[] timeStamps = [.. verifier.JudgeTimeStamps()];
        SealTimeStamp[] overSignature = [.. timeStamps.Where(one => one is { Kind: TimeStampKind.Signature, Verified: true }).OrderBy(one => one.At)];
        DateTimeOffset? proven = Array.Find(overSignature, one => one.Anchored)?.At;
        SealFact intact = verifier.JudgeBytes(timeStamps);
        CertificatePath path = verifier.FindPath(proven ?? now);
        return new SealReport
        {
            Intact = intact,
            TimeStamped = DescribeTime(timeStamps, overSignature, proven),
            Anchored = new SealFact(path.Anchor is not null, DescribePath(path, proven)),
            Qualified = verifier.JudgeQualification(intact, path),
            Level = LevelOf(seal),
            TimeStamps = timeStamps,
            ProvenAt = proven,
        };
    }

    public void Dispose()
    {
        _leaf.Dispose();
        _others.ForEach(certificate => certificate.Dispose());
    }

    private IEnumerable<SealTimeStamp> JudgeTimeStamps()
    {
        var judge = new TimeStampJudge(_others, _anchors);
        foreach (byte[] token in _seal.ContentTimeStamps)
        {
            yield return judge.Judge(TimeStampKind.Content, token, _seal.Imprinted(TimeStampKind.Content));
        }
        for (int i = 0; i < _seal.Entries.Count; i++)
        {
            if (KindOf(_seal.Entries[i]) is { } kind)
            {
                byte[] data = _seal.Imprinted(kind, i);
                foreach (byte[] token in _seal.Entries[i].Values)
                {
                    yield return judge.Judge(kind, token, data);
                }
            }
        }
    }

    private SealFact JudgeBytes(SealTimeStamp[] timeStamps)
    {
        if (!SignatureFits())
        {
            return new SealFact(false, "The signature does not fit these bytes, or is not of the certificate in the seal.");
        }
        return Array.Find(timeStamps, one => !one.Verified) is { } broken
            ? new SealFact(false, broken.Sentence)
            : new SealFact(true, timeStamps.Length == 0 ? "The signature is over exactly these bytes." : "The signature and every time-stamp are over exactly these bytes.");
    }

    private bool SignatureFits()
    {
        try
        {
            return _seal.SignatureFits(_leaf);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private CertificatePath FindPath(DateTimeOffset at) => SealCertificate.IsForSignatures(_leaf)
        ? CertificatePath.Find(_leaf, _others, _anchors, at)
        : new CertificatePath(null, $"The certificate is not for signatures: {SealCertificate.NotForSignatures}.");

    private SealFact JudgeQualification(SealFact intact, CertificatePath path)
    {
        QcStatements statements = QcStatements.Of(_leaf);
        string? refusal = !intact.Holds ? "The seal is broken."
            : _seal.IsTest ? "The certificate says that it is a test."
            : path.Anchor is null ? "The certificate is not anchored."
            : !path.Anchor.IsQualified ? $"The trust anchor \"{path.Anchor.Name}\" is not marked as one that issues qualified seal certificates."
            : !statements.IsQualified ? "The certificate does not say that it is a qualified one (QcCompliance)."
            : !statements.IsForSeals ? "The certificate does not say that it is for electronic seals (QcType)."
            : null;
        return new SealFact(refusal is null, refusal ?? (statements.IsOnDevice
            ? "The certificate is a qualified one for electronic seals, and its key is in a qualified device."
            : "The certificate is a qualified one for electronic seals; it does not say that its key is in a qualified device."));
    }

    private static SealFact DescribeTime(SealTimeStamp[] all, SealTimeStamp[] overSignature, DateTimeOffset? proven) =>
        overSignature is [] ? new SealFact(false, Array.Find(all, one => one is { Kind: TimeStampKind.Signature }) is { } broken
            ? broken.Sentence
            : "There is no time-stamp over the signature: when it was made is the signer's word alone.")
        : new SealFact(true, overSignature.First(one => proven is null || one.Anchored).Sentence);

    private static string DescribePath(CertificatePath path, DateTimeOffset? proven) => proven is { } at
        ? $"{path.Sentence} It was judged at the time of the time-stamp, {TimeStampToken.Instant(at)}."
        : path.Anchor is null ? $"{path.Sentence} No trusted time-stamp proves an earlier time."
        : path.Sentence;

    private static TimeStampKind? KindOf(SealEntry entry) => entry.Name switch
    {
        SealEntry.SignatureTimeStamp => TimeStampKind.Signature,
        SealEntry.ArchiveTimeStamp => TimeStampKind.Archive,
        _ => null,
    };

    private static SealLevel LevelOf(SealReading seal)
    {
        bool Has(string name) => seal.Entries.Any(entry => entry.Name == name);
        return !Has(SealEntry.SignatureTimeStamp) ? SealLevel.Basic
            : !Has(SealEntry.CertificateValues) && !Has(SealEntry.RevocationValues) ? SealLevel.Time
            : !Has(SealEntry.ArchiveTimeStamp) ? SealLevel.LongTerm
            : SealLevel.LongTermArchive;
    }
}
