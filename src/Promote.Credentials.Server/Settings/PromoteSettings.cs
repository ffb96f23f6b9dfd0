using System.ComponentModel.DataAnnotations;

namespace Promote.Credentials.Server.Settings;

/// <summary>The section <c>Promote</c> of the configuration (<c>Promote__PublicBaseUrl</c> and so on). Without any of it a development service works.</summary>
internal sealed record PromoteSettings
{
    /// <summary>The address under which others reach this service; it stands in every signed document, so it cannot change later.</summary>
    public Uri? PublicBaseUrl { get; init; }

    /// <summary>What this node does; everything where nobody says.</summary>
    public NodeRole Node { get; init; }

    /// <summary>Folder of the SQLite file, relative to the content root.</summary>
    [Required]
    public string DataDirectory { get; init; } = "data";

    /// <summary>
    /// File outside the database that holds what was last published of each status list, relative to the data directory. Several
    /// nodes share one; it is kept when a database is restored.
    /// </summary>
    [Required]
    public string StatusVersionFile { get; init; } = "status-versions.json";

    /// <summary>An API key with all scopes for the demo issuer, for scripts and tests.</summary>
    [MinLength(16)]
    public string? BootstrapApiKey { get; init; }

    /// <summary>Base64 of 32 random bytes: the key that wraps the keys of the learners.</summary>
    public string? MasterKey { get; init; }

    /// <summary>Master keys that were used before and still wrap keys of learners.</summary>
    public IReadOnlyList<string> PreviousMasterKeys { get; init; } = [];

    /// <summary>Folder with the issuers' encrypted key files, PKCS#8 or PKCS#12, whose names begin with the slug and a point: <c>cove-ro.pem</c>, <c>cove-ro.rsa.p12</c>.</summary>
    public string? KeysDirectory { get; init; }

    /// <summary>Password of those files.</summary>
    public string? KeysPassword { get; init; }

    /// <summary>A token that holds keys of issuers.</summary>
    public Pkcs11Settings Pkcs11 { get; init; } = new();

    /// <summary>What stands around seals.</summary>
    public SealSettings Seal { get; init; } = new();

    /// <summary>How many requests are taken.</summary>
    public RateLimitSettings RateLimits { get; init; } = new();

    /// <summary>How learners are told.</summary>
    public MailSettings Mail { get; init; } = new();

    /// <summary>How people who work for issuers sign in.</summary>
    public SignInSettings SignIn { get; init; } = new();

    /// <summary>The work besides requests.</summary>
    public JobSettings Jobs { get; init; } = new();

    /// <summary>What this service asks others for.</summary>
    public OutboundSettings Outbound { get; init; } = new();
}
