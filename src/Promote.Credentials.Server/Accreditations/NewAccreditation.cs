namespace Promote.Credentials.Server.Accreditations;

/// <summary>Who is to be accredited, and for how long.</summary>
internal sealed record NewAccreditation
{
    /// <summary>Slug of an issuer of this service.</summary>
    public required string Member { get; init; }

    public DateTimeOffset? ValidFrom { get; init; }

    public DateTimeOffset? ValidUntil { get; init; }

    public string? Comment { get; init; }
}
