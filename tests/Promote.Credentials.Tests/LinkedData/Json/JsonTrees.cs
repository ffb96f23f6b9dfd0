using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Promote.Credentials.Tests.LinkedData.Json;

/// <summary>Arbitrary JSON texts, made from chosen member names and strings so that unlikely meetings are likely.</summary>
internal static class JsonTrees
{
    public static Gen<byte[]> From(string[] names, string[] strings) =>
        Gen.Sized(size => Value(names, strings, Math.Min(size, 12))).Select(json => Encoding.UTF8.GetBytes(json));

    private static Gen<string> Value(string[] names, string[] strings, int size)
    {
        var leaf = Gen.OneOf(
            Gen.Elements(strings).Select(Quote),
            Gen.Elements("null", "true", "false", "0", "-0", "1.5", "1e21", "42"));
        if (size <= 0)
        {
            return leaf;
        }

        var inner = Value(names, strings, (size / 2) - 1);
        var array = inner.ListOf().Select(items => $"[{string.Join(',', items.Take(4))}]");
        var members = Gen.Elements(names).SelectMany(name => inner, (name, value) => (name, value)).ListOf();
        var @object = members.Select(list => $"{{{string.Join(',', list.Take(6).DistinctBy(m => m.name).Select(m => $"{Quote(m.name)}:{m.value}"))}}}");
        return Gen.Frequency((1, leaf), (1, array), (4, @object));
    }

    private static string Quote(string text) => JsonSerializer.Serialize(text);
}
