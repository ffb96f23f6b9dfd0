using System.Net;
using Promote.Credentials.Verification.Ports;

namespace Promote.Credentials.Server.Outbound;

/// <summary>What one host answered to one request.</summary>
internal sealed record Reply
{
    /// <summary>Where it was asked for.</summary>
    public required Uri Url { get; init; }

    public required HttpStatusCode Status { get; init; }

    /// <summary>Where it leads, when it is a redirect.</summary>
    public Uri? Location { get; init; }

    public string? MediaType { get; init; }

    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Why its body was not taken.</summary>
    public FetchFailure? Failure { get; init; }

    public string Detail { get; init; } = "";

    public required CacheRules Rules { get; init; }

    /// <summary>When its age was zero: RFC 9111 §4.2.3, "current_age" counted back.</summary>
    public required DateTimeOffset BornAt { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The field <c>ETag</c>, or null.</summary>
    public string? Tag { get; init; }

    public DateTimeOffset? LastModified { get; init; }

    /// <summary>Whether its server can be asked for it only if it changed.</summary>
    public bool HasValidator => Tag is not null || LastModified is not null;

    /// <summary>Whether it may be kept: an answer that is whole and says something lasting (RFC 9110 §15.1).</summary>
    public bool MayBeKept => Failure is null && Rules.MayStore && Status is HttpStatusCode.OK or HttpStatusCode.NotFound or HttpStatusCode.Gone;
}
