using System.Text.Json;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Domain.Text;
using Promote.Credentials.LinkedData.Json;

namespace Promote.Credentials.Server.Web.Json;

/// <summary>Refuses text that shows something else than it holds, anywhere in a body, so that no field can be forgotten.</summary>
internal static class BodyText
{
    public static void Check(JsonElement value, List<Refusal> refusals) => Check(value, "", refusals);

    private static void Check(JsonElement value, string pointer, List<Refusal> refusals)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                CheckText(value.GetString()!, pointer, refusals);
                break;
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                {
                    var here = JsonPointer.Append(pointer, member.Name);
                    CheckText(member.Name, here, refusals);
                    Check(member.Value, here, refusals);
                }

                break;
            case JsonValueKind.Array:
                var index = 0;
                foreach (var element in value.EnumerateArray())
                {
                    Check(element, JsonPointer.Append(pointer, index++), refusals);
                }

                break;
        }
    }

    private static void CheckText(string text, string pointer, List<Refusal> refusals)
    {
        if (!SafeText.IsBlock(text))
        {
            refusals.Add(new(RefusalCode.UnsafeText, pointer, "Remove control, bidirectional and invisible characters."));
        }
    }
}
