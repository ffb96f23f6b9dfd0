using Promote.Credentials.Server.Batches;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Desk;

/// <summary>A batch on a page.</summary>
/// <param name="Batch">As the API shows it.</param>
/// <param name="Achievement">What is awarded, in the language of the page.</param>
internal sealed record ListedBatch(BatchAnswer Batch, string Achievement)
{
    /// <summary>Whether it changes awards that there are.</summary>
    public bool Changes => Batch.Action != AwardAction.Issue;

    /// <summary>Name of the text of its state.</summary>
    public string State => Changes && Batch.State == BatchState.Running ? "desk.batch.changing" : $"desk.batch.state.{Batch.State.ToString().ToLowerInvariant()}";

    /// <summary>Name of a text about it, where one that changes awards is told otherwise.</summary>
    public string Text(string name) => $"desk.batch.{name}{(Changes ? ".change" : "")}";

    /// <summary>Whether something becomes of it by itself.</summary>
    public bool IsUnderWay => Batch.State is BatchState.Queued or BatchState.Validating or BatchState.Running;

    /// <summary>How many lines are through with what is done now, checking or issuing.</summary>
    public int Through => Batch.StartedAt is null ? Batch.Counts.Good + Batch.Counts.Bad : Batch.Counts.Issued + Batch.Counts.Failed;

    /// <summary>Of how many.</summary>
    public int All => Batch.StartedAt is null ? Batch.Counts.Rows : Batch.Counts.Good;
}
