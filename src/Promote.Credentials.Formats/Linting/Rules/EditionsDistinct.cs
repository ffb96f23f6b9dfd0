using Promote.Credentials.LinkedData.Json;

namespace Promote.Credentials.Formats.Linting.Rules;

/// <summary>The editions of an achievement differ: no two have one id or one language, else a reader who picks a language gets whichever comes first.</summary>
internal sealed class EditionsDistinct() : LintRule("PC-L026", FormatFamily.OpenBadges3)
{
    internal override IEnumerable<LintFinding> Find(LintInput input)
    {
        HashSet<string?> ids = [Text(input.Achievement, "id")];
        HashSet<string?> languages = [Text(input.Achievement, "inLanguage")];
        return from related in Items(input.Achievement, "related").Index()
               let language = Text(related.Item, "inLanguage")
               where !ids.Add(Text(related.Item, "id")) | (language is not null && !languages.Add(language)) // both are kept in mind
               select Finding(JsonPointer.Append("/credentialSubject/achievement/related", related.Index), "Give each edition an id and a language of its own.");
    }
}
