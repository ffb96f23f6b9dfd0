using System.Globalization;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Batches;
using Promote.Credentials.Server.Public.Reading;

namespace Promote.Credentials.Server.Desk;

/// <summary>What stands against a line of a batch, in the language of the page.</summary>
/// <param name="Number">Which line.</param>
/// <param name="Column">Which column; null for the whole line.</param>
/// <param name="What">What to do.</param>
internal sealed record LineToMend(int Number, string? Column, DeskRefusal What)
{
    public static LineToMend Of(int number, LineProblem problem, PageLanguage page)
    {
        // As the pointers of a single award are: the texts are the same.
        var pointer = problem.Column switch
        {
            null => "/line",
            var column when column.StartsWith("result.", StringComparison.Ordinal) => "/results/" + column["result.".Length..],
            var column => "/" + column.Replace('.', '/'),
        };
        return new(number, problem.Column, DeskRefusal.Of(new((RefusalCode)int.Parse(problem.Code["PC-R".Length..], CultureInfo.InvariantCulture), pointer, problem.Detail), page));
    }
}
