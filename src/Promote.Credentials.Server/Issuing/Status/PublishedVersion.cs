using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Issuing.Status;

/// <summary>What was last published of a status list.</summary>
internal sealed record PublishedVersion
{
    public required string IssuerId { get; init; }

    public StatusListUse Use { get; init; }

    public required string Purpose { get; init; }

    /// <summary>Its number among the issuer's lists.</summary>
    public required int Number { get; init; }

    /// <summary>The highest version that anybody may have seen.</summary>
    public required int Version { get; init; }

    /// <summary>SHA-256 of the bits, hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The bits.</summary>
    public required string EncodedList { get; init; }

    /// <summary>Those of the set bits that stand for a suspension; all others stand for a revocation.</summary>
    public required IReadOnlyList<int> Suspended { get; init; }

    /// <summary>Whether the database was found to be older than this.</summary>
    public bool RolledBack { get; init; }

    public static PublishedVersion Of(StatusSnapshot snapshot) => new()
    {
        IssuerId = snapshot.IssuerId,
        Use = snapshot.Use,
        Purpose = snapshot.Purpose,
        Number = snapshot.Number,
        Version = snapshot.Version,
        Sha256 = Convert.ToHexStringLower(snapshot.Bits.Sha256()),
        EncodedList = snapshot.Bits.Encode(),
        Suspended = snapshot.Suspended,
    };

    /// <summary>Whether the database went on from here: a later version, or this very one with these very bits.</summary>
    public bool IsContinuedBy(PublishedVersion now) => now.Version > Version || (now.Version == Version && now.Sha256 == Sha256);
}
