using Promote.Credentials.Formats.Linting;

namespace Promote.Credentials.Formats.StatusLists;

/// <summary>Writes a status list as an unsigned BitstringStatusListCredential (Bitstring Status List 1.0 §2.2 on VC Data Model 2.0).</summary>
public static class Writer
{
    /// <summary>Writes the list; the same content gives the same bytes.</summary>
    public static Draft Write(StatusListContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return new Draft(Terms.FormName, CompactJson.Object(json =>
        {
            json.WriteStartArray("@context"u8);
            json.WriteStringValue(OpenBadges3.Terms.CredentialsContext);
            json.WriteEndArray();
            json.WriteString("id"u8, content.Url);
            json.WriteStartArray("type"u8);
            json.WriteStringValue("VerifiableCredential"u8);
            json.WriteStringValue(Terms.CredentialType);
            json.WriteEndArray();
            json.WriteString("issuer"u8, content.IssuerDid);
            json.WriteInstant("validFrom"u8, content.ValidFrom);
            json.WriteStartObject("credentialSubject"u8);
            json.WriteString("id"u8, $"{content.Url}#list");
            json.WriteString("type"u8, Terms.ListType);
            json.WriteString("statusPurpose"u8, content.Purpose);
            json.WriteString("encodedList"u8, content.Bits.Encode());
            json.WriteNumber("ttl"u8, (long)content.TimeToLive.TotalMilliseconds);
            json.WriteEndObject();
        }));
    }
}
