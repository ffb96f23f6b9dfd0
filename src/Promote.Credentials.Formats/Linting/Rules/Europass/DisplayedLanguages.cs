namespace Promote.Credentials.Formats.Linting.Rules.Europass;

/// <summary>The languages of the document are those of its pages: each has one, and the primary language is the first.</summary>
internal sealed class DisplayedLanguages() : LintRule("PC-L058", FormatFamily.Europass)
{
    internal override IEnumerable<LintFinding> Find(LintInput input)
    {
        var display = Member(input.Root, "displayParameter");
        var languages = Each(display, "", "language").Select(language => Text(language.Value, "id")).ToList();
        var pages = Each(display, "", "individualDisplay").Select(page => Text(Member(page.Value, "language"), "id")).ToList();
        if (!languages.SequenceEqual(pages) || languages.FirstOrDefault() != Text(Member(display, "primaryLanguage"), "id") || languages.Distinct().Count() != languages.Count)
        {
            yield return Finding("/displayParameter", "Give every language one page, and the primary language first.");
        }
    }
}
