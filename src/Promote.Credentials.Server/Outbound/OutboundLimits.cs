namespace Promote.Credentials.Server.Outbound;

/// <summary>How much of the network one fetch may cost.</summary>
internal sealed record OutboundLimits
{
    /// <summary>From the question to the last byte of the answer, with all redirects and the waiting for a connection.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Redirects that are followed.</summary>
    public int MaxRedirects { get; init; } = 3;

    /// <summary>Longest address.</summary>
    public int MaxUrlLength { get; init; } = 2048;

    /// <summary>KiB of all header fields of an answer.</summary>
    public int MaxHeaderKiB { get; init; } = 16;

    /// <summary>Connections to one host at once.</summary>
    public int ConnectionsPerHost { get; init; } = 4;

    /// <summary>Addresses of one host that are tried.</summary>
    public int AddressesPerHost { get; init; } = 4;

    /// <summary>Bytes that are read of the answer to what was sent.</summary>
    public int MaxPostAnswerBytes { get; init; } = 1024;

    /// <summary>Bytes of all answers that are kept.</summary>
    public long CacheBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>Answers that are kept.</summary>
    public int CacheEntries { get; init; } = 1024;

    /// <summary>How long an answer is good that does not say so.</summary>
    public TimeSpan UnsaidFreshness { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long an answer is good at most: a year on a status list would hide every withdrawal of that year.</summary>
    public TimeSpan MaxFreshness { get; init; } = TimeSpan.FromDays(1);
}
