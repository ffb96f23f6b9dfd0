using Promote.Credentials.Domain.Awards;
using Promote.Credentials.Server.Storage.Encryption;

namespace Promote.Credentials.Server.Storage.Rows;

/// <summary>What is the same in every award that takes the place of an older one, and whether holders are told. What is null stays as it was recorded.</summary>
internal sealed record BatchChange
{
    /// <summary>Whether holders are told; null for what each award says.</summary>
    public bool? Notify { get; init; }

    public DateTimeOffset? AwardedOn { get; init; }

    public DateTimeOffset? ValidFrom { get; init; }

    public DateTimeOffset? ValidUntil { get; init; }

    public Activity? Activity { get; init; }

    public string? Narrative { get; init; }

    public IReadOnlyList<string>? Formats { get; init; }

    /// <summary>What a batch changes, opened.</summary>
    public static BatchChange Of(BatchRow batch, LearnerKey key) => StoredJson.Read<BatchChange>(key.Decrypt(LearnerKey.Column.BatchChange, batch.Id, batch.Change));

    /// <summary>The award that is to be instead of one that was recorded.</summary>
    public AwardProposal Over(AwardProposal old) => old with
    {
        AwardedOn = AwardedOn ?? old.AwardedOn,
        ValidFrom = ValidFrom ?? old.ValidFrom,
        ValidUntil = ValidUntil ?? old.ValidUntil,
        Activity = Activity ?? old.Activity,
        Narrative = Narrative ?? old.Narrative,
        Formats = Formats ?? old.Formats,
        Notify = Notify ?? old.Notify,
    };

    /// <summary>Says nothing, so that no log or message can show what was typed.</summary>
    public override string ToString() => "BatchChange ***";
}
