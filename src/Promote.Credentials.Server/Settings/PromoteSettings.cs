using System.ComponentModel.DataAnnotations;

namespace Promote.Credentials.Server.Settings;

/// <summary>The section <c>Promote</c> of the configuration (<c>Promote__PublicBaseUrl</c> and so on). Without any of it a development service works.</summary>
internal sealed record PromoteSettings
{
    /// <summary>The address under which others reach this service; it stands in every signed document, so it cannot change later.</summary>
    public Uri? PublicBaseUrl { get; init; }

    /// <summary>Folder of the SQLite file, relative to the content root.</summary>
    [Required]
    public string DataDirectory { get; init; } = "data";

    /// <summary>An API key with all scopes for the demo issuer, for scripts and tests.</summary>
    [MinLength(16)]
    public string? BootstrapApiKey { get; init; }

    /// <summary>Base64 of 32 random bytes: the key that wraps the keys of the learners.</summary>
    public string? MasterKey { get; init; }

    /// <summary>Master keys that were used before and still wrap keys of learners.</summary>
    public IReadOnlyList<string> PreviousMasterKeys { get; init; } = [];

    /// <summary>Folder with one encrypted PKCS#8 file an issuer, named after its slug: <c>cove-ro.pem</c>.</summary>
    public string? KeysDirectory { get; init; }

    /// <summary>Password of those files.</summary>
    public string? KeysPassword { get; init; }

    /// <summary>How many requests are taken.</summary>
    public RateLimitSettings RateLimits { get; init; } = new();
}
