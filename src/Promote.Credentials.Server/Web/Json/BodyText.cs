using System.Buffers;
using System.Text.Json;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.LinkedData.Json;

namespace Promote.Credentials.Server.Web.Json;

/// <summary>
/// Refuses text that shows something else than it holds, anywhere in a body: control characters but tab and line ends,
/// and the bidirectional overrides of UAX #9 §2 (trojan-source texts).
/// </summary>
internal static class BodyText
{
    private static readonly SearchValues<char> Forbidden = SearchValues.Create(
    [
        .. Enumerable.Range(0, 0xA0).Where(c => char.IsControl((char)c) && c is not ('\t' or '\n' or '\r')).Select(c => (char)c),
        .. Enumerable.Range(0x202A, 5).Select(c => (char)c),
        .. Enumerable.Range(0x2066, 4).Select(c => (char)c),
        '\uFEFF', '\uFFFE', '\uFFFF',
    ]);

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
        if (text.AsSpan().IndexOfAny(Forbidden) >= 0)
        {
            refusals.Add(new(RefusalCode.UnsafeText, pointer, "Take out the control or bidirectional characters."));
        }
    }
}
