using Promote.Credentials.Domain.Text;

namespace Promote.Credentials.Domain.Issuers;

/// <summary>An organisation that awards, such as a Centre of Vocational Excellence (OB Profile, ELM Organisation).</summary>
public sealed record Issuer
{
    /// <summary>Random id of the issuer in the API.</summary>
    public required string Id { get; init; }

    /// <summary>Short name in URLs: lower-case letters, digits and hyphens.</summary>
    public required string Slug { get; init; }

    /// <summary>Name by language; has the primary language.</summary>
    public required LanguageMap Name { get; init; }

    /// <summary>What the organisation does, by language.</summary>
    public LanguageMap? Description { get; init; }

    /// <summary>Its own web site.</summary>
    public Uri? Url { get; init; }

    /// <summary>Its logo: an http or https URL of a PNG or SVG.</summary>
    public Uri? Image { get; init; }

    /// <summary>A contact address of the organisation, never of a person.</summary>
    public string? Email { get; init; }

    /// <summary>ISO 3166-1 alpha-2 code of its country, upper case.</summary>
    public required string CountryCode { get; init; }

    /// <summary>The language its documents are written in when a format takes one only.</summary>
    public required string PrimaryLanguage { get; init; }

    /// <summary>Whether its platforms may have credentials signed that they wrote themselves (VC-API). Off unless the issuer wants it.</summary>
    public bool VcApi { get; init; }
}
