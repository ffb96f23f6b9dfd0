using System.Text.Json;
using Promote.Credentials.Formats.OpenBadges3;

namespace Promote.Credentials.Formats.OpenBadges2;

/// <summary>OB 2.0 Profile of an issuer.</summary>
internal static class IssuerPart
{
    internal static void WriteMembers(Utf8JsonWriter json, IssuerProfile profile, IReadOnlyList<string> keyUrls)
    {
        var issuer = profile.Issuer;
        json.WriteString("id"u8, profile.Urls.OpenBadges2Issuer(issuer.Slug));
        json.WriteString("type"u8, "Issuer"u8);
        json.WriteString("name"u8, issuer.Name.InOrElse(issuer.PrimaryLanguage, issuer.PrimaryLanguage));
        json.WriteString("url"u8, issuer.Url?.AbsoluteUri ?? profile.Urls.Issuer(issuer.Slug));
        json.WriteOptional("email"u8, issuer.Email);
        json.WriteOptional("description"u8, issuer.Description?.InOrElse(issuer.PrimaryLanguage, issuer.PrimaryLanguage));
        json.WriteOptional("image"u8, issuer.Image?.AbsoluteUri);
        WriteCountry(json, issuer.CountryCode);
        WriteKeys(json, keyUrls);
        json.WriteString("revocationList"u8, profile.Urls.RevocationList(issuer.Slug));
        RelatedPart.Write(json, Terms.Profile, profile.Did);
    }

    // A micro-credential names the country of its issuer. By their full IRIs the members of 3.0 mean here what they mean there.
    private static void WriteCountry(Utf8JsonWriter json, string code)
    {
        json.WriteStartObject(Terms.Address);
        json.WriteString("type"u8, Terms.AddressClass);
        json.WriteString(Terms.AddressCountryCode, code);
        json.WriteEndObject();
    }

    private static void WriteKeys(Utf8JsonWriter json, IReadOnlyList<string> keyUrls)
    {
        if (keyUrls.Count == 0)
        {
            return;
        }

        json.WriteStartArray("publicKey"u8);
        foreach (var url in keyUrls)
        {
            json.WriteStringValue(url);
        }

        json.WriteEndArray();
    }
}
