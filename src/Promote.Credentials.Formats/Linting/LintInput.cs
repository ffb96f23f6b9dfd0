using System.Text.Json;
using Promote.Credentials.LinkedData.Json;

namespace Promote.Credentials.Formats.Linting;

/// <summary>A draft as the rules see it: read once, walked once.</summary>
internal sealed class LintInput
{
    private readonly List<LintLeaf> leaves = [];

    internal LintInput(JsonElement root)
    {
        Root = root;
        Walk(root, "", "");
    }

    internal JsonElement Root { get; }

    internal JsonElement Subject => Root.GetProperty("credentialSubject"); // required by the schema

    internal JsonElement Achievement => Subject.GetProperty("achievement"); // required by the schema

    /// <summary>Every value with nothing below it, in document order.</summary>
    internal IReadOnlyList<LintLeaf> Leaves => leaves;

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
}
