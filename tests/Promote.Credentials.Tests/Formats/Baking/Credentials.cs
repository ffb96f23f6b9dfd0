using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Promote.Credentials.Formats.Baking;

namespace Promote.Credentials.Tests.Formats.Baking;

/// <summary>Texts as they are baked in: JSON with everything that PNG or XML could take for its own, and compact JWS.</summary>
internal static class Credentials
{
    public const string Json = """{"id":"https://example.org/a/1","type":"Assertion","name":"Médiation ]]> <b>&amp;"}""";
    public const string Jws = "eyJhbGciOiJSUzI1NiJ9.eyJpZCI6IjEifQ.c2ln-_bmF0dXJl";

    public static readonly BakedKind[] Kinds = [BakedKind.OpenBadges3, BakedKind.OpenBadges2];

    private static readonly string[] Fragments =
        ["]]>", "]", ">", "<", "&", "&#13;", "'", "ș", "日本", "🏅", "\u0085", "\u2028", "\u007f", " ", "<![CDATA[", "\\u0000", "\\\"", "a", "openbadges"];

    public static Gen<byte[]> Any { get; } =
        from isJson in Gen.Elements(true, true, false)
        from space in Gen.Elements("", " ", "\n", "\r\n", "\r", "\t", "\n\r")
        from inner in Gen.Elements(Fragments).ListOf()
        from token in Gen.Elements([.. "abcXYZ019-_."]).NonEmptyListOf()
        select Encoding.UTF8.GetBytes(isJson ? $"{space}{{{space}\"a\":{space}\"{string.Concat(inner)}\"{space}}}{space}" : string.Concat(token));
}
