using System.Globalization;

namespace Promote.Credentials.Formats;

/// <summary>The addresses that signed documents name and that have to resolve for ever.</summary>
public sealed class PublicUrls
{
    private readonly string root;

    /// <summary>Addresses below this base URL.</summary>
    /// <param name="publicBaseUrl">Absolute http or https URL of the service as others see it, with or without a trailing slash.</param>
    public PublicUrls(Uri publicBaseUrl)
    {
        ArgumentNullException.ThrowIfNull(publicBaseUrl);
        root = publicBaseUrl.AbsoluteUri.TrimEnd('/');
    }

    /// <summary>The verification page of a credential: what its QR code holds and the <c>id</c> of its OB 3.0 document.</summary>
    public string Credential(string publicId) => $"{root}/v/{publicId}";

    /// <summary>The public profile of an issuer.</summary>
    public string Issuer(string slug) => $"{root}/issuers/{slug}";

    /// <summary>The signed statement by which an issuer accredits another one.</summary>
    public string Accreditation(string id) => $"{root}/accreditations/{id}";

    /// <summary>One version of an achievement, in the issuer's primary language: the signed <c>achievement.id</c>.</summary>
    public string Achievement(string id, int version) =>
        string.Create(CultureInfo.InvariantCulture, $"{root}/achievements/{id}/versions/{version}");

    /// <summary>The same version in another language.</summary>
    public string Achievement(string id, int version, string language) => $"{Achievement(id, version)}/{language}";

    /// <summary>The picture of a version of an achievement: the one that the issuer uploaded, else one that is drawn here.</summary>
    public string AchievementImage(string id, int version) => $"{Achievement(id, version)}/image";

    /// <summary>A hosted Open Badges 2.0 assertion: its <c>id</c>, and where it is checked.</summary>
    public string Assertion(string assertionId) => $"{root}/ob2/assertions/{assertionId}";

    /// <summary>One version of an achievement as an Open Badges 2.0 BadgeClass.</summary>
    public string BadgeClass(string achievementId, int version) =>
        string.Create(CultureInfo.InvariantCulture, $"{root}/ob2/achievements/{achievementId}/versions/{version}");

    /// <summary>The Open Badges 2.0 Profile of an issuer.</summary>
    public string OpenBadges2Issuer(string slug) => $"{root}/ob2/issuers/{slug}";

    /// <summary>The issuer's revoked signed assertions.</summary>
    public string RevocationList(string slug) => $"{OpenBadges2Issuer(slug)}/revocations";

    /// <summary>One of the issuer's keys for signed assertions.</summary>
    public string CryptographicKey(string slug, string keyName) => $"{OpenBadges2Issuer(slug)}/keys/{keyName}";

    /// <summary>A status list.</summary>
    public string StatusList(string id) => $"{root}/status/{id}";

    /// <summary>A picture that an issuer uploaded.</summary>
    public string Picture(string id) => $"{root}/pictures/{id}";
}
