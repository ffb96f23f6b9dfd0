using System.Text.Json;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.LinkedData.JsonLd;
using Promote.Credentials.LinkedData.Rdf;
using Promote.Credentials.LinkedData.Rdfc;

namespace Promote.Credentials.Formats.Linting;

/// <summary>A draft as the rules see it: what several of them look for is found once.</summary>
internal sealed class LintInput
{
    private static readonly JsonLdProcessor Processor = new(ContextRegistry.Embedded);

    private readonly Lazy<RdfDataset?> rdf;
    private List<LintNode>? nodes;
    private List<LintResult>? results;

    internal LintInput(DocumentForm form, JsonElement root) => (Form, Root, rdf) = (form, root, new(ReadRdf));

    internal DocumentForm Form { get; }

    internal JsonElement Root { get; }

    internal JsonElement Subject => Root.GetProperty("credentialSubject"); // required by the schema of Open Badges 3.0

    internal JsonElement Achievement => Subject.GetProperty("achievement"); // required by the schema of Open Badges 3.0

    /// <summary>What the draft says in RDF; null where it is not safe, which is a finding of its own.</summary>
    internal RdfDataset? Rdf => rdf.Value;

    /// <summary>Every object with a type, in document order, the document itself first.</summary>
    internal IReadOnlyList<LintNode> Nodes => nodes ??= [.. NodesIn(Root, "")];

    /// <summary>The results whose description is there; PC-L015 finds the others.</summary>
    internal IReadOnlyList<LintResult> Results => results ??= [.. DescribedResults()];

    private IEnumerable<LintResult> DescribedResults()
    {
        if (!Subject.TryGetProperty("result", out var results) || !Achievement.TryGetProperty("resultDescription", out var descriptions))
        {
            yield break;
        }

        foreach (var (index, result) in results.EnumerateArray().Index())
        {
            foreach (var description in descriptions.EnumerateArray().Where(description => IsOf(result, description)))
            {
                yield return new LintResult(JsonPointer.Append("/credentialSubject/result", index), result, description);
            }
        }
    }

    private RdfDataset? ReadRdf()
    {
        try
        {
            return Processor.ToRdf(Root, JsonLdOptions.Credential);
        }
        catch (Exception exception) when (exception is JsonLdException or RdfcBudgetException)
        {
            return null;
        }
    }

    private static bool IsOf(JsonElement result, JsonElement description) =>
        result.TryGetProperty("resultDescription", out var wanted) && description.TryGetProperty("id", out var id) && wanted.ValueEquals(id.GetString());

    private static IEnumerable<LintNode> NodesIn(JsonElement element, string pointer) => element.ValueKind switch
    {
        JsonValueKind.Object =>
        [
            .. TypeOf(element) is { } type ? [new LintNode(pointer, type, element)] : Array.Empty<LintNode>(),
            .. element.EnumerateObject().SelectMany(member => NodesIn(member.Value, JsonPointer.Append(pointer, member.Name))),
        ],
        JsonValueKind.Array => element.EnumerateArray().Index().SelectMany(item => NodesIn(item.Item, JsonPointer.Append(pointer, item.Index))),
        _ => [],
    };

    private static string? TypeOf(JsonElement element)
    {
        if (!element.TryGetProperty("type", out var type))
        {
            return null;
        }

        var last = type.ValueKind == JsonValueKind.Array && type.GetArrayLength() > 0 ? type[type.GetArrayLength() - 1] : type;
        return last.ValueKind == JsonValueKind.String ? last.GetString() : null;
    }
}
