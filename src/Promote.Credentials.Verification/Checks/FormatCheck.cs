using Promote.Credentials.Verification.DataModel;
using Promote.Credentials.Verification.Intake;

namespace Promote.Credentials.Verification.Checks;

/// <summary>PC-V001: the document follows its standard, so that everybody reads it alike.</summary>
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
        var problems = candidate.Family.Rules.SelectMany(rule => rule(candidate.Document)).ToList();
        var facts = problems.Take(MostFacts).Select(problem => $"{At(problem.Pointer)}: {problem.Message}").ToArray();
        return Judge(candidate, problems, facts).With("standard", candidate.Family.Standard);
    }

    private static Finding Judge(Candidate candidate, List<FormatProblem> problems, string[] facts)
    {
        var standard = candidate.Family.Standard;
        var isStrict = candidate.Request.Profile == VerificationProfile.Strict;
        if (problems.Any(problem => problem.Severity == FormatSeverity.Error || (isStrict && problem.Severity == FormatSeverity.Lenient)))
        {
            return Finding.Failed("format.broken", $"The document does not follow the standard {standard}, so different programs could read different things in it.", facts);
        }

        return problems.Count > 0
            ? Finding.Warning("format.outdated", $"The document follows the standard {standard}, with parts that are outdated, unusual or could not be checked.", facts)
            : Finding.Passed("format.complete", $"The document follows the standard {standard}, and every term in it is defined.");
    }

    private static string At(string pointer) => pointer.Length == 0 ? "whole document" : pointer;
}
