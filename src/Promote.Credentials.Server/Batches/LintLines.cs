using Promote.Credentials.Server.Issuing;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Batches;

/// <summary>The linter's word on lines that nothing else stands against.</summary>
internal static class LintLines
{
    /// <summary>Refuses the lines whose documents do not pass. It takes both time and processors, so lines that are issued right after, and linted then, are left to that.</summary>
    /// <param name="batch">Their batch.</param>
    /// <param name="mayGoOn">Whether it is issued without anybody's further word, if its sender said so.</param>
    /// <param name="lines">The lines, and what each would become.</param>
    public static void Run(BatchRow batch, bool mayGoOn, IReadOnlyList<(BatchLineRow Line, TriedAward Award)> lines)
    {
        if (batch is { Confirm: true, DryRun: false } && mayGoOn)
        {
            return;
        }

        var linted = lines.AsParallel().Select(one => (one.Line, Problems: one.Award.Lint().Select(refusal => LineProblem.Of(refusal.Code, null, refusal.Detail)).ToList()));
        foreach (var (line, problems) in linted.Where(one => one.Problems.Count > 0))
        {
            CheckedBatch.Refuse(line, problems);
        }
    }
}
