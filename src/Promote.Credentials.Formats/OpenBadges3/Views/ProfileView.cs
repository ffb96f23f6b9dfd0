namespace Promote.Credentials.Formats.OpenBadges3.Views;

/// <summary>A Profile of an organisation.</summary>
public sealed record ProfileView
{
    /// <summary>Its id: a DID or URL.</summary>
    public string? Id { get; init; }

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>Its web site.</summary>
    public string? Url { get; init; }

    /// <summary>Its contact address.</summary>
    public string? Email { get; init; }

    /// <summary>What it does.</summary>
    public string? Description { get; init; }

    /// <summary>Country code of its address, or the country's name where there is no code.</summary>
    public string? Country { get; init; }

    /// <summary>URL or data URL of its picture.</summary>
    public string? Image { get; init; }
}
