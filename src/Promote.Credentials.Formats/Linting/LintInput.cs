using System.Text.Json;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.LinkedData.JsonLd;
using Promote.Credentials.LinkedData.Rdf;
using Promote.Credentials.LinkedData.Rdfc;

namespace Promote.Credentials.Formats.Linting;

/// <summary>A draft as the rules see it: read once, walked once.</summary>
internal sealed class LintInput
{
    private static readonly JsonLdProcessor Processor = new(ContextRegistry.Embedded);

    private readonly List<LintLeaf> leaves = [];
    private readonly Lazy<RdfDataset?> rdf;
    private List<LintNode>? nodes;

    internal LintInput(DocumentForm form, JsonElement root)
    {
        (Form, Root, rdf) = (form, root, new(ReadRdf));
        Walk(root, "", "");
    }

    internal DocumentForm Form { get; }

    internal JsonElement Root { get; }

    internal JsonElement Subject => Root.GetProperty("credentialSubject"); // required by the schema of Open Badges 3.0

    internal JsonElement Achievement => Subject.GetProperty("achievement"); // required by the schema of Open Badges 3.0

    /// <summary>What the draft says in RDF; null where it is not safe, which is a finding of its own.</summary>
    internal RdfDataset? Rdf => rdf.Value;

    /// <summary>Every value with nothing below it, in document order.</summary>
    internal IReadOnlyList<LintLeaf> Leaves => leaves;

    /// <summary>Every object with a type, in document order, the document itself first.</summary>
    internal IReadOnlyList<LintNode> Nodes => nodes ??= [.. NodesIn(Root, "")];

    /// <summary>The results whose description is there; PC-L015 finds the others.</summary>
    internal IEnumerable<LintResult> Results()
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

    private void Walk(JsonElement element, string pointer, string name)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object when element.GetPropertyCount() > 0:
                foreach (var member in element.EnumerateObject())
                {
                    Walk(member.Value, JsonPointer.Append(pointer, member.Name), member.Name);
                }

                break;
            case JsonValueKind.Array when element.GetArrayLength() > 0:
                var index = 0;
                foreach (var item in element.EnumerateArray())
                {
                    Walk(item, JsonPointer.Append(pointer, index++), name);
                }

                break;
            default:
                leaves.Add(new LintLeaf(pointer, name, element, element.ValueKind == JsonValueKind.String ? element.GetString() : null));
                break;
        }
    }

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
