using System.ComponentModel.DataAnnotations;

namespace Promote.Credentials.Server.Settings;

/// <summary>The section <c>Promote:RateLimits</c>: requests a second on average, and how many may come at once.</summary>
internal sealed record RateLimitSettings
{
    /// <summary>Of one API key.</summary>
    [Range(1, 1_000_000)]
    public int KeyPerSecond { get; init; } = 200;

    /// <summary>Of one API key, at once.</summary>
    [Range(1, 1_000_000)]
    public int KeyBurst { get; init; } = 1000;

    /// <summary>Of one address without a valid key; of a /64 network with IPv6.</summary>
    [Range(1, 1_000_000)]
    public int AddressPerSecond { get; init; } = 20;

    /// <summary>Of one address, at once.</summary>
    [Range(1, 1_000_000)]
    public int AddressBurst { get; init; } = 200;

    /// <summary>Questions whether a credential was issued to somebody: a minute, of one address.</summary>
    [Range(1, 1_000_000)]
    public int HolderPerMinute { get; init; } = 6;

    /// <summary>The same, at once.</summary>
    [Range(1, 1_000_000)]
    public int HolderBurst { get; init; } = 10;

    /// <summary>The same about one credential, from everywhere: an hour.</summary>
    [Range(1, 1_000_000)]
    public int HolderPerCredentialAndHour { get; init; } = 30;

    /// <summary>The same about one credential, at once.</summary>
    [Range(1, 1_000_000)]
    public int HolderPerCredentialBurst { get; init; } = 10;
}
