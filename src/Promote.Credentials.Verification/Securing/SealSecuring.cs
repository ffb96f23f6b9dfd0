using Promote.Credentials.Proofs.Jades;

namespace Promote.Credentials.Verification.Securing;

/// <summary>A JAdES seal around the document (ETSI TS 119 182-1). Who sealed is told by a certificate; who issued is told by whom the certificate comes from.</summary>
internal sealed class SealSecuring(SealReading seal, SealReport report) : SecuringMechanism
{
    internal override string Name => "seal";

    /// <summary>The four facts.</summary>
    internal SealReport Report => report;

    internal override Finding JudgeIntegrity(Candidate candidate) => report.Intact.Holds
        ? Finding.Passed("seal.intact", "The electronic seal is intact: not one character was changed since the document was sealed.", report.Intact.Sentence)
        : Finding.Failed("seal.broken", "The electronic seal does not match: the document was changed after it was sealed, or the seal was damaged.", report.Intact.Sentence);

    /// <inheritdoc/>
    internal override Finding JudgeIssuer(Candidate candidate)
    {
        string[] facts = [$"Sealed by {seal.Sealer}", report.Anchored.Sentence];
        if (NamedOwner(candidate) is not { } owner)
        {
            return IssuerByKeys.Unbound(candidate);
        }

        if (owner != seal.Subject?.OrganisationIdentifier)
        {
            return Finding.Failed("issuerIdentity.foreignKey", "The document was signed with a key that is not the issuer's. Somebody else signed in the issuer's name.", facts);
        }

        return report.Anchored.Holds
            ? Finding.Passed("seal.anchored", "The certificate of the seal comes from an authority that this service trusts.", facts)
            : candidate.Open("seal.unanchored", "The certificate of the seal does not come from an authority that this service trusts, so nobody can tell from here who really sealed.", facts);
    }

    /// <summary>Whom the document names as its issuer, who is the owner of the seal: the organizationIdentifier of its certificate (Europass, ELM 3: eIDASIdentifier).</summary>
    private static string? NamedOwner(Candidate candidate) => candidate.Document.Member("issuer").Member("eIDASIdentifier").Text("notation");

    /// <summary>PC-V014.</summary>
    internal Finding JudgeTime() => report switch
    {
        { TimeStamped.Holds: false } => Finding.Warning("timeStamp.none", "Only the one who sealed says when this was sealed.", report.TimeStamped.Sentence),
        { ProvenAt: { } at } => Finding.Passed("timeStamp.proven", $"An independent authority confirms that it was sealed by {Instants.Sentence(at)}.", report.TimeStamped.Sentence).With("at", at),
        _ => Finding.Warning("timeStamp.unanchored", "A time-stamp says when this was sealed; the authority that gave it is not one that this service trusts.", report.TimeStamped.Sentence),
    };

    /// <summary>PC-V015.</summary>
    internal Finding? JudgeQualification() => (report.Qualified.Holds, seal.IsTest) switch
    {
        (true, _) => Finding.Passed("qualified.seal", "The seal is a qualified electronic seal under European law, by what the operator of this service has configured.", report.Qualified.Sentence),
        (_, true) => Finding.Warning("qualified.test", "The seal is a TEST seal, for trying out only. It proves nothing about an issuer.", report.Qualified.Sentence),
        _ => Finding.Warning("qualified.none", "The seal is not known to be a qualified electronic seal under European law.", report.Qualified.Sentence),
    };
}
