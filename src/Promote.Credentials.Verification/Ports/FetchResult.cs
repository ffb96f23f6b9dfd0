namespace Promote.Credentials.Verification.Ports;

/// <summary>What became of a fetch: a document, or why there is none.</summary>
public sealed record FetchResult
{
    /// <summary>Where the answer came from, behind all redirects; the address that was asked for where nothing answered.</summary>
    public required Uri Url { get; init; }

    /// <summary>Why there is no document; null when there is one.</summary>
    public FetchFailure? Failure { get; init; }

    /// <summary>The failure in one sentence, without anything that only this service knows; empty when there is none.</summary>
    public string Detail { get; init; } = "";

    /// <summary>The status of the answer; null where nothing answered.</summary>
    public int? Status { get; init; }

    /// <summary>The media type of the body without parameters, in lower case.</summary>
    public string? MediaType { get; init; }

    /// <summary>The body, unpacked. With a failure it is empty, save for <see cref="FetchFailure.Gone"/>.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>When its server last said so: what was kept is as old as that.</summary>
    public DateTimeOffset? RetrievedAt { get; init; }

    /// <summary>Whether the body was kept from an earlier fetch.</summary>
    public bool FromCache { get; init; }

    /// <summary>A fetch without an answer.</summary>
    public static FetchResult Failed(Uri url, FetchFailure failure, string detail) => new() { Url = url, Failure = failure, Detail = detail };
}
