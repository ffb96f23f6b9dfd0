using System.Collections.Frozen;

namespace Promote.Credentials.LinkedData.JsonLd;

/// <summary>The keywords of JSON-LD 1.1 §1.7.</summary>
internal static class Keyword
{
    public const string Base = "@base";
    public const string Container = "@container";
    public const string Context = "@context";
    public const string Direction = "@direction";
    public const string Graph = "@graph";
    public const string Id = "@id";
    public const string Import = "@import";
    public const string Included = "@included";
    public const string Index = "@index";
    public const string Json = "@json";
    public const string Language = "@language";
    public const string List = "@list";
    public const string Nest = "@nest";
    public const string None = "@none";
    public const string Prefix = "@prefix";
    public const string Propagate = "@propagate";
    public const string Protected = "@protected";
    public const string Reverse = "@reverse";
    public const string Set = "@set";
    public const string Type = "@type";
    public const string Value = "@value";
    public const string Version = "@version";
    public const string Vocab = "@vocab";

    private static readonly FrozenSet<string> All = FrozenSet.ToFrozenSet(
        [Base, Container, Context, Direction, Graph, Id, Import, Included, Index, Json, Language, List, Nest, None, Prefix,
         Propagate, Protected, Reverse, Set, Type, Value, Version, Vocab],
        StringComparer.Ordinal);

    public static bool Is(string value) => value is ['@', ..] && All.Contains(value);

    /// <summary>Whether a text looks like a keyword, <c>@</c> and letters, which the standard reserves.</summary>
    public static bool HasForm(ReadOnlySpan<char> value)
    {
        if (value is not ['@', _, ..])
        {
            return false;
        }

        foreach (char c in value[1..])
        {
            if (!char.IsAsciiLetter(c))
            {
                return false;
            }
        }

        return true;
    }
}
