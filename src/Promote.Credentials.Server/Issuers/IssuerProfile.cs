using Promote.Credentials.Domain.Issuers;
using Promote.Credentials.Domain.Text;

namespace Promote.Credentials.Server.Issuers;

/// <summary>What an issuer says about itself: the body of a change.</summary>
internal record IssuerProfile
{
    /// <summary>Name by language; has the primary language.</summary>
    public required LanguageMap Name { get; init; }

    public LanguageMap? Description { get; init; }

    /// <summary>Its web site.</summary>
    public Uri? Url { get; init; }

    /// <summary>Its logo: a PNG or SVG that stays at its address.</summary>
    public Uri? Image { get; init; }

    /// <summary>A contact address of the organisation, never of a person.</summary>
    public string? Email { get; init; }

    /// <summary>ISO 3166-1 alpha-2, upper case.</summary>
    public required string Country { get; init; }

    /// <summary>The primary language of its documents.</summary>
    public required string Language { get; init; }

    /// <summary>Whether its platforms may have credentials signed that they wrote themselves, at <c>/vc-api/credentials/issue</c>.</summary>
    public bool VcApi { get; init; }

    public static IssuerProfile Of(Issuer issuer) => new()
    {
        Name = issuer.Name,
        Description = issuer.Description,
        Url = issuer.Url,
        Image = issuer.Image,
        Email = issuer.Email,
        Country = issuer.CountryCode,
        Language = issuer.PrimaryLanguage,
        VcApi = issuer.VcApi,
    };

    /// <summary>The issuer that says this.</summary>
    public Issuer For(string id, string slug) => new()
    {
        Id = id,
        Slug = slug,
        Name = Name,
        Description = Description,
        Url = Url,
        Image = Image,
        Email = Email,
        CountryCode = Country,
        PrimaryLanguage = Language,
        VcApi = VcApi,
    };
}
