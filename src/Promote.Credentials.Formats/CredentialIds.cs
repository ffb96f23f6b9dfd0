using Promote.Credentials.Formats.Pictures;
using Promote.Credentials.Formats.StatusLists;
using Promote.Credentials.Proofs.Jades;

namespace Promote.Credentials.Formats;

/// <summary>What a document needs besides the award: its addresses, its issuer's DID and fresh randomness, reserved before it is written.</summary>
public sealed record CredentialIds
{
    /// <summary>The addresses of this service.</summary>
    public required PublicUrls Urls { get; init; }

    /// <summary>128-bit random id of the verification page, 22 characters base64url.</summary>
    public required string PublicId { get; init; }

    /// <summary>DID of the issuer, whose key will sign.</summary>
    public required string IssuerDid { get; init; }

    /// <summary>The bit that ends this one document.</summary>
    public required StatusPlace Status { get; init; }

    /// <summary>Salt of the recipient's hashed identifiers, from <see cref="OpenBadges3.IdentityHash.NewSalt"/>.</summary>
    public required string Salt { get; init; }

    /// <summary><c>urn:uuid:…</c> that stands for the recipient in a VC-JWT, whose <c>sub</c> must name somebody; used for this award only, so it links nothing.</summary>
    public required string SubjectId { get; init; }

    /// <summary>128-bit random id of the hosted Open Badges 2.0 assertion, 22 characters base64url.</summary>
    public required string AssertionId { get; init; }

    /// <summary><c>urn:uuid:…</c>, the <c>id</c> of the signed Open Badges 2.0 assertion.</summary>
    public required string SignedAssertionId { get; init; }

    /// <summary><c>urn:credential:…</c>, the <c>id</c> of the European Digital Credential.</summary>
    public required string EuropassId { get; init; }

    /// <summary>The id of the node that stands for the owner of the seal, from <see cref="NewSealOwnerId"/>.</summary>
    public required string SealOwnerId { get; init; }

    /// <summary>Who seals, by the certificate; null where no form of the award is sealed.</summary>
    public SealSubject? Seal { get; init; }

    /// <summary>The issuer's logo as it was uploaded here, for what is drawn; null where there is none.</summary>
    public Picture? Logo { get; init; }

    /// <summary>Whether what is drawn says TEST across the page: the keys are those of <c>keys-dev</c>.</summary>
    public bool IsTest { get; init; }

    /// <summary>Whether the document is written to be checked and thrown away: what is drawn, which takes most of the time and is never wrong, is left blank.</summary>
    public bool IsTrial { get; init; }

    /// <summary>URL of the CryptographicKey that signs Open Badges 2.0 assertions, from <see cref="PublicUrls.CryptographicKey"/>; null where the issuer has no such key.</summary>
    public string? KeyUrl { get; init; }

    /// <summary>A new <see cref="EuropassId"/>.</summary>
    public static string NewEuropassId() => UrnUuid.New(Europass.Terms.CredentialId);

    /// <summary>The <see cref="EuropassId"/> with this UUID.</summary>
    public static string EuropassIdOf(Guid uuid) => $"{Europass.Terms.CredentialId}{uuid}";

    /// <summary>A new <see cref="SealOwnerId"/>: the Commission's own issuer puts a random UUID behind the id of the organisation.</summary>
    public static string NewSealOwnerId() => UrnUuid.New($"{Europass.Terms.NodeId}org:1");
}
