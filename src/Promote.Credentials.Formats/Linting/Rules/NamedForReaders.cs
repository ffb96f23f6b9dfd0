using Promote.Credentials.Formats.DataModel;
using Promote.Credentials.LinkedData.JsonLd;
using Promote.Credentials.LinkedData.Rdfc;

namespace Promote.Credentials.Formats.Linting.Rules;

/// <summary>What decides about a platform's document stands in it under the name that readers look for, so that it verifies once it is signed.</summary>
internal sealed class NamedForReaders() : LintRule("PC-L083", FormatFamily.DataModel)
{
    private static readonly JsonLdProcessor Processor = new(ContextRegistry.Embedded);

    internal override IEnumerable<LintFinding> Find(LintInput input)
    {
        try
        {
            return [.. NamedAsMeant.Check(input.Root, Processor.ToRdf(input.Root, JsonLdOptions.Credential)).Select(problem => Finding(problem.Pointer, problem.Message))];
        }
        catch (Exception exception) when (exception is JsonLdException or RdfcBudgetException)
        {
            // What is not safe has a finding of its own.
            return [];
        }
    }
}
