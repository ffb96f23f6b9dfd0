using Promote.Credentials.Domain.Awards;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Batches.Changing;

/// <summary>Many awards that somebody asks to have issued anew: with what is said here, and otherwise as they were recorded.</summary>
internal sealed record AskedReplacement : AskedChange
{
    public DateTimeOffset? AwardedOn { get; init; }

    public DateTimeOffset? ValidFrom { get; init; }

    public DateTimeOffset? ValidUntil { get; init; }

    public Activity? Activity { get; init; }

    public string? Narrative { get; init; }

    public IReadOnlyList<string>? Formats { get; init; }

    /// <inheritdoc/>
    public override BatchChange Change() => new()
    {
        Notify = Notify, AwardedOn = AwardedOn, ValidFrom = ValidFrom, ValidUntil = ValidUntil, Activity = Activity, Narrative = Narrative, Formats = Formats,
    };

    /// <summary>Says nothing, so that no log or message can show what was typed.</summary>
    public override string ToString() => "AskedReplacement ***";
}
