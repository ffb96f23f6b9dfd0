using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Tests.Web;

public sealed class RefusalTests
{
    [Fact]
    public void The_table_in_docs_says_of_every_code_what_its_problem_says()
    {
        var documented = Repository.Read("docs", "refusals.md").Split('\n')
            .Where(line => line.StartsWith("| PC-", StringComparison.Ordinal))
            .Select(line => string.Join(" | ", line.Split('|')[1..4].Select(cell => cell.Trim())));
        var told =
            from code in Enum.GetValues<RefusalCode>()
            let problem = ProblemDocument.Of([new(code, "", "")])
            select $"{problem.Code} | {problem.Status} | {problem.Title}";
        Assert.Equal(told, documented);
    }

    [Fact]
    public void A_body_full_of_mistakes_gets_a_short_answer()
    {
        var problem = ProblemDocument.Of([.. Enumerable.Range(0, 30_000).Select(i => new Refusal(RefusalCode.UnknownField, $"/{i}", "x"))]);
        Assert.Equal(50, problem.Errors!.Count);
    }
}
