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

    /// <summary>One version of an achievement, in the issuer's primary language: the signed <c>achievement.id</c>.</summary>
    public string Achievement(string id, int version) =>
        string.Create(CultureInfo.InvariantCulture, $"{root}/achievements/{id}/versions/{version}");

    /// <summary>The same version in another language.</summary>
    public string Achievement(string id, int version, string language) => $"{Achievement(id, version)}/{language}";
}
