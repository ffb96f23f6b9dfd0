using Promote.Credentials.Server.Languages;

namespace Promote.Credentials.Server.Public.Reading;

/// <summary>An achievementType or resultType as words. A term of somebody's own (<c>ext:…</c>) has no words: it is shown as it is.</summary>
internal static class TypeName
{
    private const string Extension = "ext:";

    public static string OfAchievement(string? type, Texts texts) => Describe(type ?? "Achievement", "pages.type.", texts);

    public static string OfResult(string type, Texts texts) => Describe(type, "pages.result.", texts);

    private static string Describe(string type, string area, Texts texts) =>
        texts.Has(area + type) ? texts[area + type]
        : type.StartsWith(Extension, StringComparison.Ordinal) ? type[Extension.Length..]
        : type;
}
