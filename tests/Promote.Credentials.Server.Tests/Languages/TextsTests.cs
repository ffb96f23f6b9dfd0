using Promote.Credentials.Server.Languages;

namespace Promote.Credentials.Server.Tests.Languages;

public sealed class TextsTests
{
    [Theory]
    [InlineData("da", "20. marts 2026")]
    [InlineData("de", "20. März 2026")]
    [InlineData("en", "20 March 2026")]
    [InlineData("fr", "20 mars 2026")]
    [InlineData("it", "20 marzo 2026")]
    [InlineData("lt", "2026 m. kovo 20 d.")]
    [InlineData("nl", "20 maart 2026")]
    [InlineData("pt", "20 de março de 2026")]
    [InlineData("ro", "20 martie 2026")]
    [InlineData("tr", "20 Mart 2026")]
    public void A_day_is_written_as_its_language_does(string tag, string day) =>
        Assert.Equal(day, Texts.In(tag).Day(new DateTimeOffset(2026, 3, 20, 0, 0, 0, TimeSpan.Zero)));

    [Fact]
    public void A_day_is_the_day_in_UTC() =>
        Assert.Equal("19 March 2026", Texts.In("en").Day(new DateTimeOffset(2026, 3, 20, 0, 30, 0, TimeSpan.FromHours(2))));

    [Theory]
    [InlineData("en", "1,234.5")]
    [InlineData("de", "1.234,5")]
    [InlineData("tr", "1.234,5")]
    public void A_number_is_written_as_its_language_does(string tag, string number) => Assert.Equal(number, Texts.In(tag).Number(1234.5m));

    // The samples of each rule in CLDR 48's table "Language Plural Rules".
    [Theory]
    [InlineData("en", "One: 1; Other: 0 2 1.5 0.5 1000000")]
    [InlineData("de", "One: 1; Other: 0 2 1.5 0.5 1000000")]
    [InlineData("nl", "One: 1; Other: 0 2 1.5 0.5 1000000")]
    [InlineData("tr", "One: 1; Other: 0 2 1.5 0.5 1000000")]
    [InlineData("da", "One: 1 0.1 1.6; Other: 0 2 16 2.5 1000000")]
    [InlineData("it", "One: 1; Many: 1000000 2000000; Other: 0 2 16 1000 1.5")]
    [InlineData("pt", "One: 1; Many: 1000000 2000000; Other: 0 2 16 1000 1.5")]
    [InlineData("fr", "One: 0 1 0.5 1.5; Many: 1000000 2000000; Other: 2 17 1000 2.5")]
    [InlineData("ro", "One: 1; Few: 0 2 16 101 119 1.5 20.5; Other: 20 35 100 120 1000000")]
    [InlineData("lt", "One: 1 21 31 101 1001; Few: 2 9 22 29 102; Many: 0.1 1.5 10.7; Other: 0 10 11 19 20 30 111 1000000")]
    public void Numbers_fall_into_the_categories_of_CLDR(string tag, string samples)
    {
        foreach (var rule in samples.Split("; "))
        {
            var category = rule.Split(": ")[0];
            Assert.All(rule.Split(": ")[1].Split(' '), number =>
                Assert.Equal(category, Language.Find(tag)!.Category(decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture)).ToString()));
        }
    }

    [Theory]
    [InlineData("de-CH", "de")]
    [InlineData("PT-br", "pt")]
    [InlineData("ro", "ro")]
    [InlineData("fi", null)]
    [InlineData("", null)]
    [InlineData("dev", null)]
    [InlineData(null, null)]
    public void A_tag_of_any_region_finds_its_language(string? tag, string? found) => Assert.Equal(found, Language.Find(tag)?.Tag);

    [Fact]
    public void The_first_language_that_has_texts_is_taken_and_English_when_none_has()
    {
        Assert.Equal("ro", Texts.FirstOf("fi", "ro-MD", "de").Language.Tag);
        Assert.Equal("en", Texts.FirstOf("fi", null).Language.Tag);
    }

    [Fact]
    public void A_text_that_does_not_exist_is_a_bug() => Assert.Throws<ArgumentException>(() => Texts.In("ro")["pages.nothing"]);
}
