namespace Promote.Credentials.Server.Batches.Changing;

/// <summary>Which awards are meant: all that fit, and that the change makes a difference to.</summary>
internal sealed record AwardFilter
{
    /// <summary>Those that a batch issued.</summary>
    public string? Batch { get; init; }

    /// <summary>Those of an achievement.</summary>
    public string? Achievement { get; init; }

    /// <summary>Those that were made then or later.</summary>
    public DateTimeOffset? IssuedFrom { get; init; }

    /// <summary>Those that were made earlier.</summary>
    public DateTimeOffset? IssuedBefore { get; init; }
}
