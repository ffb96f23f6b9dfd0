using Promote.Credentials.Server.Sharing;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Public.Holder;

/// <summary>What stands on the holder's page and on no other: it lets the holder take the credential away and show it.</summary>
internal sealed record HolderSheet
{
    public required string HolderId { get; init; }

    public required string PublicId { get; init; }

    public required string VerificationUrl { get; init; }

    /// <summary>The learner's name as the issuer recorded it; null when it cannot be read.</summary>
    public required string? Name { get; init; }

    /// <summary>The live share links, the newest first.</summary>
    public required IReadOnlyList<ShareLinkRow> Links { get; init; }

    public required IReadOnlyList<DownloadGroup> Downloads { get; init; }

    /// <summary>What came of the form that was just sent.</summary>
    public required ShareNotice Notice { get; init; }

    /// <summary>Today in UTC, as a date field takes it.</summary>
    public required string Today { get; init; }

    /// <summary>Says nothing, so that no log or message can show a person.</summary>
    public override string ToString() => "HolderSheet ***";
}
