using System.Text.Json;
using Promote.Credentials.Domain.Awards;
using Promote.Credentials.Formats.Linting;
using Promote.Credentials.Proofs.Jades;

namespace Promote.Credentials.Formats.Europass;

/// <summary>
/// Writes an award as an unsealed European Digital Credential: European Learning Model 3 on VC Data Model 1.1, in the form of the
/// Commission's own issuer. Texts are in every language that the achievement has.
/// </summary>
public static class Writer
{
    /// <summary>Writes the credential; the same award and ids give the same bytes.</summary>
    /// <exception cref="ArgumentException">The ids name no seal.</exception>
    public static Draft Write(Award award, CredentialIds ids)
    {
        ArgumentNullException.ThrowIfNull(award);
        ArgumentNullException.ThrowIfNull(ids);
        return ids.Seal is { } seal
            ? new Draft(FormatList.Europass, CompactJson.Object(json => WriteCredential(json, new EdcContent(award, ids), seal)))
            : throw new ArgumentException("A European Digital Credential names the owner of the seal as its issuer.", nameof(ids));
    }

    private static void WriteCredential(Utf8JsonWriter json, EdcContent content, SealSubject seal)
    {
        var award = content.Award;
        var root = new ElmNode("EuropeanDigitalCredential", "credential") { Id = content.Ids.EuropassId }
            .With("credentialProfiles", Concepts.Known(Concepts.GenericProfile))
            .With("displayParameter", DisplayPart.Of(content))
            .With("credentialSchema", new ElmNode(Terms.SchemaType, "schema") { Id = Terms.Schema })
            .With("credentialSubject", SubjectPart.Of(content))
            .With("issuanceDate", award.IssuedAt) // what VC Data Model 1.1 asks for
            .With("issued", award.IssuedAt) // what the shapes ask for
            .With("issuer", OrganisationPart.SealOwner(content, seal))
            .With("validFrom", award.ValidFrom)
            .With("validUntil", award.ValidUntil);
        ElmDocument.WriteMembers(json, root, Terms.Types);
        json.WriteStartArray("@context"u8); // last, as in every published document
        json.WriteStringValue(EdcContexts.Credentials);
        json.WriteStringValue(EdcContexts.ApplicationProfile);
        json.WriteEndArray();
    }
}
