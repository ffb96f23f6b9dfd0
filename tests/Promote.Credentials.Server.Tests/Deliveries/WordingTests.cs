using Promote.Credentials.Domain.Issuers;
using Promote.Credentials.Domain.Text;
using Promote.Credentials.Server.Deliveries;

namespace Promote.Credentials.Server.Tests.Deliveries;

public sealed class WordingTests
{
    private static readonly LanguageMap Achievement = new([new("en", "Peer mentor"), new("ro", "Mentor"), new("pt-PT", "Mentoria")]);

    [Theory]
    [InlineData("ro", "en", "ro", "Mentor")]
    [InlineData("pt-BR", "en", "pt", "Mentoria")]
    [InlineData("RO", "en", "ro", "Mentor")]
    [InlineData("de", "ro", "ro", "Mentor")]
    [InlineData("pl", "ro", "ro", "Mentor")]
    [InlineData(null, "ro", "ro", "Mentor")]
    [InlineData(null, "pl", "en", "Peer mentor")]
    public void A_mail_is_in_the_learners_language_or_all_in_the_issuers(string? learners, string issuers, string language, string achievement)
    {
        var wording = Wording.For(learners, Issuer(issuers), Achievement);

        Assert.Equal((language, achievement), (wording.Texts.Language.Tag, wording.Achievement));
        Assert.Equal("CoVE", wording.Issuer);
    }

    private static Issuer Issuer(string language) =>
        new() { Id = "", Slug = "cove", Name = new([new(language, "CoVE")]), CountryCode = "RO", PrimaryLanguage = language };
}
