using Promote.Credentials.Formats.DataModel;
using Promote.Credentials.LinkedData.JsonLd;
using Promote.Credentials.LinkedData.Rdfc;

namespace Promote.Credentials.Formats.Linting.Rules;

/// <summary>A platform gets no status list signed: with one it could let a revoked credential hold again.</summary>
internal sealed class NoListOfOthers() : LintRule("PC-L082", FormatFamily.DataModel)
{
    internal override IEnumerable<LintFinding> Find(LintInput input) => IsList(input) ? [Finding("/type", "Status lists are published by this service alone.")] : [];

    // What is not safe has no types, and a finding of its own.
    private static bool IsList(LintInput input)
    {
        try
        {
            return CredentialTypeIris.Of(input.Root).Contains(CredentialTypeIris.BitstringStatusListCredential);
        }
        catch (Exception exception) when (exception is JsonLdException or RdfcBudgetException)
        {
            return false;
        }
    }
}
