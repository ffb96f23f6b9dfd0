using Promote.Credentials.Server.Languages;

namespace Promote.Credentials.Server.Tests.Languages;

/// <summary>Walks all areas: a text that somebody forgot to write in one of the ten languages is found here.</summary>
public sealed class EveryTextTests
{
    private static readonly Texts English = Texts.In("en");

    public static TheoryData<string> OtherLanguages => [.. Language.All.Select(language => language.Tag).Where(tag => tag != "en")];

    public static TheoryData<string> AllLanguages => [.. Language.All.Select(language => language.Tag)];

    [Theory, MemberData(nameof(OtherLanguages))]
    public void Every_language_has_the_keys_of_English(string tag) => Assert.Equal(English.Keys.Order(), Texts.In(tag).Keys.Order());

    [Theory, MemberData(nameof(OtherLanguages))]
    public void Every_form_has_the_placeholders_of_English(string tag) => Assert.Equal([], English.Keys.Where(key =>
        Texts.In(tag).FormsOf(key).All.Any(form => Names(form) != Names(English.FormsOf(key).All.Last()))));

    [Theory, MemberData(nameof(AllLanguages))]
    public void Every_plural_has_the_categories_of_its_language(string tag)
    {
        var texts = Texts.In(tag);
        Assert.Equal([], texts.Keys
            .Where(key => English.FormsOf(key).Single is null)
            .Where(key => !texts.FormsOf(key).Categories.Order().SequenceEqual(texts.Language.Categories.Order())));
    }

    [Theory, MemberData(nameof(AllLanguages))]
    public void No_text_is_empty_or_has_stray_spaces(string tag) => Assert.Equal([], Texts.In(tag).Keys.Where(key =>
        Texts.In(tag).FormsOf(key).All.Select(Shown).Any(text => text.Length == 0 || text != text.Trim() || text.Contains("  ", StringComparison.Ordinal))));

    [Theory, MemberData(nameof(OtherLanguages))]
    public void No_text_is_left_in_English(string tag) => Assert.Equal([], English.Keys.Where(key =>
        !SameAsEnglish.IsRight(key, tag) && Texts.In(tag).FormsOf(key).All.Select(Shown).Intersect(English.FormsOf(key).All.Select(Shown)).Any()));

    [Fact]
    public void No_exception_is_kept_for_a_text_that_differs_by_now() => Assert.Equal([], SameAsEnglish.Listed.Where(line =>
        !Texts.In(line.Tag).FormsOf(line.Key).All.Select(Shown).Intersect(English.FormsOf(line.Key).All.Select(Shown)).Any()));

    private static string Names(TextTemplate form) => string.Join(' ', form.Placeholders.Distinct().Order());

    private static string Shown(TextTemplate form) => form.Write(name => $"{{{name}}}");
}
