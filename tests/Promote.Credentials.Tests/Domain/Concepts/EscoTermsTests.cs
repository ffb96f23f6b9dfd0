using FsCheck;
using FsCheck.Fluent;
using Promote.Credentials.Domain.Concepts;
using Promote.Credentials.Domain.Text;
using Promote.Credentials.Tests.LinkedData;

namespace Promote.Credentials.Tests.Domain.Concepts;

public sealed class EscoTermsTests
{
    // Any code unit, halves of surrogate pairs too, with many letters that names are made of.
    private static readonly Gen<string> Texts =
        from letters in Gen.OneOf(
            Gen.Choose(0, char.MaxValue).Select(unit => ((char)unit).ToString()),
            Gen.Elements("a", "Z", "ß", "İ", "ı", "ﬁ", "Å", "ș", "ģ", "ж", "Й", "ς", "ά", "أ", "한", "½", "😀", "𝔸", " ", "-", "'", "\u0301", "\u200D")).ArrayOf()
        select string.Concat(letters);

    [Fact]
    public void Folding_again_changes_nothing() =>
        Properties.ForAll(Texts, text => Assert.Equal(FoldedText.Of(text), FoldedText.Of(FoldedText.Of(text))), runs: 5000);

    [Fact]
    public void A_name_is_found_by_whatever_it_begins_with() => Properties.ForAll(
        from text in Texts
        from length in Gen.Choose(0, text.Length)
        select (Label: text, Beginning: text[..length]),
        name =>
        {
            var asked = EscoTerms.Asked(name.Beginning);
            Assert.True(asked.Length == 0 || EscoTerms.IsUnder(name.Label, asked), $"{name.Label} is not found by {name.Beginning}");
        },
        runs: 5000);

    [Theory]
    [InlineData("Gefängniswärter/-in", "gefangniswarter in")]
    [InlineData("  Fængsels\u00ADbetjent ", "faengselsbetjent")]
    [InlineData("ĮKALINIMO įstaigos", "ikalinimo istaigos")]
    [InlineData("agent ȘEF adjunct", "agent sef adjunct")]
    [InlineData("Straße, ŁÓDŹ & Đorđe", "strasse lodz dorde")]
    [InlineData("Φύλακας ΦΥΛΑΚΉΣ", "φυλακασ φυλακησ")]
    [InlineData("Наглядач їжак", "наглядач іжак")]
    [InlineData("C++ / F#", "c f")]
    [InlineData("…", "")]
    public void A_name_is_folded_as_people_type_it(string text, string folded) => Assert.Equal(folded, FoldedText.Of(text));

    [Fact]
    public void A_concept_is_found_under_each_word_of_each_name_the_preferred_one_first() => Assert.Equal(
        new Dictionary<string, int>
        {
            ["prison officer"] = EscoTerms.Preferred,
            ["officer"] = EscoTerms.InPreferred,
            ["custody officer"] = EscoTerms.Alternative,
            ["jailer"] = EscoTerms.Alternative,
        },
        EscoTerms.Of("Prison officer", ["custody officer", "jailer", "prison officer"]));

    [Fact]
    public void A_long_name_does_not_become_many_long_terms()
    {
        var terms = EscoTerms.Of(string.Join(' ', Enumerable.Range(0, 300).Select(i => $"word{i}")), []);
        Assert.Equal(40, terms.Count);
        Assert.All(terms.Keys, term => Assert.InRange(term.Length, 1, EscoTerms.MaxLength));
    }

    [Theory]
    [InlineData("http://data.europa.eu/esco/skill/00064735-8fad-454b-90c7-ed858cc993f2", EscoKind.Skill)]
    [InlineData("http://data.europa.eu/esco/occupation/3327a087-cd36-4b02-ac1b-6455f59f9312", EscoKind.Occupation)]
    [InlineData("http://data.europa.eu/esco/skill/S1.2.3", EscoKind.Skill)]
    public void A_URI_tells_what_it_names(string uri, EscoKind expected)
    {
        Assert.True(EscoUri.TryGetKind(uri, out var kind));
        Assert.Equal(expected, kind);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("https://data.europa.eu/esco/skill/1")]
    [InlineData("http://data.europa.eu/esco/skill/")]
    [InlineData("http://data.europa.eu/esco/skill/1/2")]
    [InlineData("http://data.europa.eu/esco/isco/C5413")]
    [InlineData("http://data.europa.eu/esco/skill/1\n")]
    public void Another_URI_names_nothing(string? uri) => Assert.False(EscoUri.TryGetKind(uri, out _));

    [Fact]
    public void There_are_28_languages() => Assert.Equal(28, EscoLanguages.All.Count);
}
