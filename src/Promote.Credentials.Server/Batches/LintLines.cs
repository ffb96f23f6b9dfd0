using Promote.Credentials.Server.Issuing;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Batches;

/// <summary>The linter's word on lines that nothing else stands against. It takes most of the time of a check: it is said on other processors while the next lines are read.</summary>
/// <param name="batch">Their batch.</param>
/// <param name="mayGoOn">Whether it is issued without anybody's further word, if its sender said so.</param>
internal sealed class LintLines(BatchRow batch, bool mayGoOn)
{
    // What is issued right after is linted then.
    private readonly bool isLeftToIssuing = batch is { Confirm: true, DryRun: false } && mayGoOn;
    private readonly List<(BatchLineRow Line, Task<List<LineProblem>> Problems)> begun = [];

    /// <summary>Begins with one line.</summary>
    /// <param name="line">The line; nobody else changes it meanwhile.</param>
    /// <param name="award">What it would become.</param>
    public void Begin(BatchLineRow line, TriedAward award)
    {
        if (!isLeftToIssuing)
        {
            begun.Add((line, Task.Run(() => award.Lint().Select(refusal => LineProblem.Of(refusal.Code, null, refusal.Detail)).ToList())));
        }
    }

    /// <summary>Refuses the lines whose documents do not pass.</summary>
    public async Task EndAsync()
    {
        foreach (var (line, problems) in begun)
        {
            if (await problems is { Count: > 0 } found)
            {
                CheckedBatch.Refuse(line, found);
            }
        }
    }
}
