using System.Text.Json;

namespace Promote.Credentials.Formats.OpenBadges3;

/// <summary>OB 3.0 Profile of an issuer.</summary>
internal static class ProfilePart
{
    internal static void WriteMembers(Utf8JsonWriter json, IssuerProfile profile, string language)
    {
        var issuer = profile.Issuer;
        json.WriteString("id"u8, profile.Did);
        json.WriteType("Profile");
        json.WriteString("name"u8, issuer.Name.InOrElse(language, issuer.PrimaryLanguage));
        json.WriteString("url"u8, issuer.Url?.AbsoluteUri ?? profile.Urls.Issuer(issuer.Slug));
        json.WriteOptional("email"u8, issuer.Email);
        json.WriteOptional("description"u8, issuer.Description?.InOrElse(language, issuer.PrimaryLanguage));
        json.WriteImage(issuer.Image?.AbsoluteUri);
        json.WriteStartObject("address"u8);
        json.WriteType("Address");
        json.WriteString("addressCountryCode"u8, issuer.CountryCode);
        json.WriteEndObject();
    }

    /// <summary>The creator of an achievement: the same node as the issuer, so naming it is enough.</summary>
    internal static void WriteCreator(Utf8JsonWriter json, IssuerProfile profile, string language)
    {
        json.WriteStartObject("creator"u8);
        json.WriteString("id"u8, profile.Did);
        json.WriteType("Profile");
        json.WriteString("name"u8, profile.Issuer.Name.InOrElse(language, profile.Issuer.PrimaryLanguage));
        json.WriteEndObject();
    }
}
