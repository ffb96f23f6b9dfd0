using System.Text.Json;
using System.Text.Json.Nodes;

namespace Promote.Credentials.Tests.LinkedData.JsonSchema;

/// <summary>How each keyword of a schema is broken: changes of the value that the keyword looks at.</summary>
internal static class Breakage
{
    /// <summary>Texts around the edges of the patterns: language tags, JWS, context URLs, extensions.</summary>
    private static readonly string[] ForPatterns =
    [
        "", " ", "\n", "ro", "RO", "r", "roman", "romania", "sr-Latn", "sr-latn", "sr-Latn-RS", "es-419", "es-41", "pt-PT\n", "\nro", "pt-PT-x",
        "a.b.c", "a..c", ".b.c", "a.b.", "a.b", "a.b.c.d", "a.b.c\n", "a.b=.c", "_-.-_.0", "á.b.c",
        "https://purl.imsglobal.org/spec/ob/v3p0/context.json",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.9.9.json",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1-3.0.2.json",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.٣.json",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.10.json",
        "https://purl.imsglobal.org/spec/ob/v3p0/context.json\n",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-2.0.3.json",
        "https://purlxims.global.org/spec/ob/v3p0/context.json",
        "http://purl.imsglobal.org/spec/ob/v3p0/context.json",
        "ext:", "ext:a", "ext:-", "ext:|", "ext:_", "ext:.", "ext:9", "ext:é", "ext: a", "EXT:a", "text:a", "a ext:a b", "ext:\na",
    ];

    /// <summary>Texts around the edges of RFC 3339.</summary>
    private static readonly string[] ForFormats =
    [
        "", "2026-11-20", "2026-11-20\n", "2026-13-01", "2026-00-01", "2026-11-31", "2026-11-00", "2024-02-29", "2023-02-29", "1900-02-29", "2000-02-29",
        "0000-01-01", "26-11-20", "+2026-11-20", "2026-1-20", "2026/11/20", "٢٠٢٦-11-20", "20261120",
        "2026-11-20T10:00:00Z", "2026-11-20t10:00:00z", "2026-11-20 10:00:00Z", "2026-11-20\t10:00:00Z", "2026-11-20\u200310:00:00Z",
        "2026-11-20\uFEFF10:00:00Z", "2026-11-20\u008510:00:00Z", "2026-11-20T10:00:00", "2026-11-20T10:00:00Z ", " 2026-11-20T10:00:00Z",
        "2026-11-20T10:00:00Z\n", "2026-11-20T10:00Z", "2026-11-20T10Z", "2026-11-20T1:00:00Z", "2026-11-20T24:00:00Z", "2026-11-20T23:60:00Z",
        "2026-11-20T23:59:60Z", "2026-11-20T23:58:60Z", "2026-11-20T22:59:60Z", "2026-11-20T07:59:60+08:00", "2026-11-20T05:29:60+05:30",
        "2026-11-20T18:29:60-05:30", "2026-11-20T23:59:61Z", "2026-11-20T23:59:60.5Z", "2026-11-20T10:00:00.Z", "2026-11-20T10:00:00.1Z",
        "2026-11-20T10:00:00.123456789Z", "2026-11-20T10:00:59.99999999999999999999Z", "2026-11-20T10:00:00,5Z", "2026-11-20T10:00:0.5Z",
        "2026-11-20T10:00:00+02:00", "2026-11-20T10:00:00-00:00", "2026-11-20T10:00:00+0200", "2026-11-20T10:00:00+02", "2026-11-20T10:00:00+2",
        "2026-11-20T10:00:00+24:00", "2026-11-20T10:00:00+23:60", "2026-11-20T10:00:00+02:0", "2026-11-20T10:00:00+020", "2026-11-20T10:00:00+02:00:00",
        "2026-11-20T10:00:00ZZ", "2026-11-20T10:00:00Z+00:00", "2026-13-20T10:00:00Z", "2026-02-30T10:00:00Z", "Fri, 20 Nov 2026 10:00:00 GMT",
        "2026-11-20TT10:00:00Z", "2026-11-20T10:00:00+1e:00", "2026-11-20T10:00:00.1e1Z", "2026-11-20T-1:00:00Z",
    ];

    public static IEnumerable<Func<JsonNode?, JsonNode?>> Type { get; } =
    [
        .. new[] { "true", "null", "17", "\"text\"", "[]", "{}", "[\"text\"]", "[17]", "[{}]" }
            .Select(json => (Func<JsonNode?, JsonNode?>)(_ => JsonNode.Parse(json))),
        value => new JsonArray(value?.DeepClone()),
    ];

    public static IEnumerable<Func<JsonNode?, JsonNode?>> Pattern => ForPatterns.Select(Text);

    public static IEnumerable<Func<JsonNode?, JsonNode?>> Format => ForFormats.Select(Text);

    public static IEnumerable<Func<JsonNode?, JsonNode?>> AdditionalProperties { get; } =
    [
        value => Edit(value!, members => members["unlisted"] = "text"),
        value => Edit(value!, members => members["ID"] = null),
    ];

    /// <param name="listed">Every value that some enumeration lists, so that lists that differ show.</param>
    public static IEnumerable<Func<JsonNode?, JsonNode?>> Enum(IEnumerable<string> listed) => listed.Append("unlisted").Select(Text);

    public static IEnumerable<Func<JsonNode?, JsonNode?>> Required(JsonElement names) => names.EnumerateArray()
        .Select(name => (Func<JsonNode?, JsonNode?>)(value => Edit(value!, members => members.Remove(name.GetString()!))));

    public static IEnumerable<Func<JsonNode?, JsonNode?>> MinItems(JsonArray items) => Enumerable.Range(0, items.Count)
        .Select(count => (Func<JsonNode?, JsonNode?>)(value => new JsonArray([.. value!.AsArray().Take(count).Select(item => item?.DeepClone())])));

    private static Func<JsonNode?, JsonNode?> Text(string text) => _ => JsonValue.Create(text);

    private static JsonNode Edit(JsonNode value, Action<JsonObject> edit)
    {
        edit(value.AsObject());
        return value;
    }
}
