using System.Text.Json;

namespace Promote.Credentials.Formats.DataModel;

/// <summary>What the W3C data model asks of every credential, whoever issues it: the same rules when one is signed here and when a stranger's is verified.</summary>
internal static class DataModelRules
{
    /// <summary>Verifiable Credentials Data Model 2.0.</summary>
    internal static IReadOnlyList<Func<JsonElement, IEnumerable<FormatProblem>>> VersionTwo { get; } =
        [CredentialRules.VersionTwo, Identifiers.Check, Dates.Check, RelatedResources.Check];

    /// <summary>Verifiable Credentials Data Model 1.1.</summary>
    internal static IReadOnlyList<Func<JsonElement, IEnumerable<FormatProblem>>> VersionOne { get; } =
        [CredentialRules.VersionOne, Identifiers.Check];

    /// <summary>The rules of the version that the document's first context names.</summary>
    internal static IReadOnlyList<Func<JsonElement, IEnumerable<FormatProblem>>> For(JsonElement document) =>
        document.Each("@context").FirstOrDefault() is { ValueKind: JsonValueKind.String } first && first.ValueEquals(DataModel.VersionOne.Context) ? VersionOne : VersionTwo;
}
