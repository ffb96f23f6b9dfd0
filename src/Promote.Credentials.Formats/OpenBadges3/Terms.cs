using System.Text.Encodings.Web;
using System.Text.Json;

namespace Promote.Credentials.Formats.OpenBadges3;

/// <summary>The constants of Open Badges 3.0 that this service writes. Terms that are member names stand where they are written.</summary>
internal static class Terms
{
    /// <summary>W3C VC Data Model 2.0; must stand first.</summary>
    internal static readonly JsonEncodedText CredentialsContext = JsonEncodedText.Encode("https://www.w3.org/ns/credentials/v2");

    /// <summary>Open Badges 3.0.3; the pair is what wallets accept offline.</summary>
    internal static readonly JsonEncodedText OpenBadgesContext = JsonEncodedText.Encode("https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json");

    /// <summary>The class of Open Badges 2.0, which the context of 3.0 does not know by a term.</summary>
    internal static readonly JsonEncodedText BadgeClass = JsonEncodedText.Encode("https://w3id.org/openbadges#BadgeClass", JavaScriptEncoder.UnsafeRelaxedJsonEscaping);

    /// <summary>The version of a related BadgeClass, as the Implementation Guide writes it.</summary>
    internal static readonly JsonEncodedText OpenBadges2 = JsonEncodedText.Encode("Open Badges v2p0");

    internal const string Esco = "ESCO";
    internal const string Europass = "Europass";
    internal const string Eqf = "European Qualifications Framework";

    internal const string IscedF = "ISCED-F 2013";

    /// <summary>The published concepts of the EQF levels, up to the digit.</summary>
    internal const string EqfLevels = "http://data.europa.eu/snb/eqf/";

    /// <summary>The published concept of the European Credit Transfer and Accumulation System.</summary>
    internal const string Ects = "http://data.europa.eu/snb/education-credit/6fcec5c5af";

    // IdentifierTypeEnum
    internal const string EmailAddress = "emailAddress";
    internal const string Identifier = "identifier";
}
