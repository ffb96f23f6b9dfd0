using System.Text.Json;
using Promote.Credentials.Verification.DataModel;

namespace Promote.Credentials.Verification.Checks;

/// <summary>PC-V001: the document follows Open Badges 3.0, the VC data model and JSON-LD, so that everybody reads it alike.</summary>
internal sealed class FormatCheck() : PureCheck(Code, CheckIds.Format, Title)
{
    private const string Code = "PC-V001";
    private const string Title = "Document format";
    private const int MostFacts = 10;

    /// <summary>The only line of a report about something that is not a credential.</summary>
    internal static CheckResult Unreadable(Rejection rejection) =>
        CheckResult.Of(CheckIds.Format, Code, Title, Finding.Failed(
            "format.unreadable",
            "This is not a credential that can be read. It may have been damaged.",
            $"{At(rejection.Pointer)}: {rejection.Kind}"));

    /// <inheritdoc/>
    protected override Finding Find(Candidate candidate)
    {
        var problems = FormatRules.All.SelectMany(rule => rule(candidate.Document)).ToList();
        var facts = problems.Take(MostFacts).Select(problem => $"{At(problem.Pointer)}: {problem.Message}").ToArray();
        if (problems.Any(problem => !problem.IsWarning))
        {
            return Finding.Failed("format.broken", "The document does not follow the Open Badges 3.0 standard, so different programs could read different things in it.", facts);
        }

        return problems.Count > 0
            ? Finding.Warning("format.outdated", "The document follows the Open Badges 3.0 standard, with parts that are outdated or could not be checked.", facts)
            : Finding.Passed("format.complete", "The document is a complete Open Badges 3.0 credential, and every term in it is defined.");
    }

    private static string At(string pointer) => pointer.Length == 0 ? "whole document" : pointer;
}
