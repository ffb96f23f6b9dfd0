namespace Promote.Credentials.Formats.Linting;

/// <summary>A demand on each value by itself: all of them are asked in one walk through the draft.</summary>
/// <param name="id">Stable id, see <see cref="LintRule"/>.</param>
/// <param name="families">The documents that it is about.</param>
/// <param name="names">The members that it is about; every one when there are none.</param>
/// <param name="message">How to mend what breaks it.</param>
internal abstract class LeafRule(string id, FormatFamily families, IReadOnlyCollection<string> names, string message) : LintRule(id, families)
{
    internal IReadOnlyCollection<string> Names { get; } = names;

    internal sealed override IEnumerable<LintFinding> Find(LintInput input) => new LeafRules([this]).Find(input);

    /// <summary>Whether the value, which is one of the members that this is about, breaks the rule.</summary>
    internal abstract bool IsBrokenBy(LintLeaf leaf, LintInput input);

    internal LintFinding At(string pointer) => Finding(pointer, message);
}
