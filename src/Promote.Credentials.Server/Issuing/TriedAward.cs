using Promote.Credentials.Domain.Awards;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Formats.Linting;

namespace Promote.Credentials.Server.Issuing;

/// <summary>An award that is looked at before it is issued.</summary>
/// <param name="Refusals">What stands against it.</param>
/// <param name="Award">The award; null where something stands against it, or nobody can tell now.</param>
/// <param name="Forms">The forms that it would take.</param>
internal sealed record TriedAward(IReadOnlyList<Refusal> Refusals, Award? Award, IReadOnlyList<IntendedForm> Forms)
{
    public static TriedAward Refused(IReadOnlyList<Refusal> refusals) => new(refusals, null, []);

    /// <summary>What the linter says of its documents, which are written and thrown away. It asks nobody else: many awards can be linted at once.</summary>
    public IEnumerable<Refusal> Lint() =>
        from form in Forms
        from finding in Linter.Lint(form.Format.Write(Award!, form.Ids)).Findings
        select RefusalOf(finding);

    /// <summary>What the linter found, as a reason against the award.</summary>
    public static Refusal RefusalOf(LintFinding finding) =>
        new(RefusalCode.LintFailed, "", $"{finding.Id} at {finding.Pointer} of the document: {finding.Message}");
}
