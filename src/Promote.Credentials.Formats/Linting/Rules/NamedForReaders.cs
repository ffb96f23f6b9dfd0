using Promote.Credentials.Formats.DataModel;

namespace Promote.Credentials.Formats.Linting.Rules;

/// <summary>What decides about a platform's document stands in it under the name that readers look for, so that it verifies once it is signed.</summary>
internal sealed class NamedForReaders() : LintRule("PC-L083", FormatFamily.DataModel)
{
    internal override IEnumerable<LintFinding> Find(LintInput input) =>
        input.Rdf is { } rdf ? NamedAsMeant.Check(input.Root, rdf).Select(problem => Finding(problem.Pointer, problem.Message)) : [];
}
