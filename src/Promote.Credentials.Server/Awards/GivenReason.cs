namespace Promote.Credentials.Server.Awards;

/// <summary>Why a status changes. Everybody can read it, so it should name nobody.</summary>
internal sealed record GivenReason
{
    public required string Reason { get; init; }
}
