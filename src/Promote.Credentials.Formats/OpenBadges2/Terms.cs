using System.Text.Encodings.Web;
using System.Text.Json;

namespace Promote.Credentials.Formats.OpenBadges2;

/// <summary>The constants of Open Badges 2.0 that this service writes. Terms that are member names stand where they are written.</summary>
internal static class Terms
{
    /// <summary>The only context of a document.</summary>
    internal static readonly JsonEncodedText Context = JsonEncodedText.Encode("https://w3id.org/openbadges/v2");

    /// <summary>The version of what a <c>related</c> leads to, as the OB 3.0 Implementation Guide writes it (Migrating).</summary>
    internal static readonly JsonEncodedText OpenBadges3 = JsonEncodedText.Encode("Open Badges v3p0");

    /// <summary>Class of Open Badges 3.0, which the context of 2.0 does not know by a term.</summary>
    internal static readonly JsonEncodedText Achievement = Vocabulary("Achievement");

    /// <summary>Class of Open Badges 3.0.</summary>
    internal static readonly JsonEncodedText Profile = Vocabulary("Profile");

    /// <summary>Members and class of Open Badges 3.0 for where an issuer is, which 2.0 has no member for.</summary>
    internal static readonly JsonEncodedText Address = Vocabulary("address");

    internal static readonly JsonEncodedText AddressClass = Vocabulary("Address");

    internal static readonly JsonEncodedText AddressCountryCode = Vocabulary("CountryCode");

    internal const string HostedBadge = "HostedBadge";
    internal const string SignedBadge = "SignedBadge";

    /// <summary>The property by which a recipient is known: the only one that platforms support.</summary>
    internal const string Email = "email";

    private static JsonEncodedText Vocabulary(string name) =>
        JsonEncodedText.Encode($"https://purl.imsglobal.org/spec/vc/ob/vocab.html#{name}", JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
}
