namespace Promote.Credentials.Formats.Linting;

/// <summary>Ids of what the linter checks before its rules, which carry their own.</summary>
internal static class LintIds
{
    /// <summary>The bytes are strict JSON.</summary>
    internal const string StrictJson = "PC-L001";

    /// <summary>The format's JSON Schema accepts it.</summary>
    internal const string Schema = "PC-L002";

    /// <summary>Every term is defined and no value gets lost on the way to RDF.</summary>
    internal const string SafeMode = "PC-L003";
}
