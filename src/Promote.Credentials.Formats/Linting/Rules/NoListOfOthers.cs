using Promote.Credentials.Formats.DataModel;

namespace Promote.Credentials.Formats.Linting.Rules;

/// <summary>A platform gets no status list signed: with one it could let a revoked credential hold again.</summary>
internal sealed class NoListOfOthers() : LintRule("PC-L082", FormatFamily.DataModel)
{
    internal override IEnumerable<LintFinding> Find(LintInput input) =>
        input.Rdf is { } rdf && CredentialTypeIris.In(rdf).Contains(CredentialTypeIris.BitstringStatusListCredential)
            ? [Finding("/type", "Status lists are published by this service alone.")]
            : [];
}
