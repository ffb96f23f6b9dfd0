using System.Text;
using System.Text.Json;
using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Formats.OpenBadges3;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.LinkedData.JsonSchema;

namespace Promote.Credentials.Tests.Formats.OpenBadges3;

public sealed class WriterTests
{
    [Theory]
    [InlineData("assessed-micro-credential")]
    [InlineData("minimal")]
    [InlineData("several-languages")]
    public void An_award_becomes_the_golden_document_byte_for_byte(string name)
    {
        var draft = Write(name);
        Assert.Equal("ob3", draft.Format);
        Golden.Equal($"open-badges-3/{name}.json", draft.Utf8.Span);
        using var document = StrictJson.Parse(draft.Utf8);
        Assert.Empty(EmbeddedSchemas.OpenBadges3AchievementCredential.Validate(document.RootElement));
    }

    [Fact]
    public void For_a_JWT_the_subject_has_an_id_and_nothing_else_differs()
    {
        var input = GoldenInput.Read("assessed-micro-credential");
        var draft = Writer.WriteWithSubject(input.Award, input.Ids);
        Golden.Equal("open-badges-3/assessed-micro-credential.jwt.json", draft.Utf8.Span);
        Assert.Equal(
            Encoding.UTF8.GetString(Write("assessed-micro-credential").Utf8.Span),
            Encoding.UTF8.GetString(draft.Utf8.Span).Replace($"\"id\":\"{input.Ids.SubjectId}\",", "", StringComparison.Ordinal));
    }

    [Fact]
    public void No_name_address_birthday_or_identifier_of_the_recipient_is_in_the_document()
    {
        var text = Encoding.UTF8.GetString(Write("assessed-micro-credential").Utf8.Span);
        var learner = GoldenInput.Read("assessed-micro-credential").Proposal.Learner;
        Assert.DoesNotContain(learner.GivenName + " ", text, StringComparison.OrdinalIgnoreCase);
        foreach (var secret in (string[])[learner.FamilyName, learner.Email!, learner.Identifier!, "1990"])
        {
            Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void Equal_credits_are_written_with_equal_bytes()
    {
        var input = GoldenInput.Read("assessed-micro-credential");
        Assert.Contains("\"creditsAvailable\":2.5,", WithCredits(2.50m));
        Assert.Contains("\"creditsEarned\":2.5,", WithCredits(2.5m));
        Assert.Contains("\"creditsAvailable\":60,", WithCredits(60.0m));

        string WithCredits(decimal ects)
        {
            var content = input.Achievement.Content with { Credits = new Credits(ects) };
            var award = input.Award with { Achievement = input.Achievement with { Content = content } };
            return Encoding.UTF8.GetString(Writer.Write(award, input.Ids).Utf8.Span);
        }
    }

    [Fact]
    public void A_concept_without_a_known_label_is_named_by_its_URI()
    {
        var input = GoldenInput.Read("minimal");
        var occupation = new Uri("http://data.europa.eu/esco/occupation/00000000-0000-4000-8000-000000000000");
        var award = input.Award with { Achievement = input.Achievement with { Content = input.Achievement.Content with { Occupation = occupation } } };
        using var document = StrictJson.Parse(Writer.Write(award, input.Ids).Utf8);
        var alignment = Assert.Single(document.RootElement.GetProperty("credentialSubject").GetProperty("achievement").GetProperty("alignment").EnumerateArray());
        Assert.Equal(occupation.AbsoluteUri, alignment.GetProperty("targetName").GetString());
    }

    [Fact]
    public void Each_language_edition_stands_alone_and_points_at_the_others()
    {
        var input = GoldenInput.Read("several-languages");
        var primary = AchievementEdition.Primary(input.Achievement, ProfileOf(input));
        Assert.Null(primary.In("fr"));
        using var turkish = JsonOf(primary.In("tr")!);
        var root = turkish.RootElement;
        Assert.Equal("https://credentials.promote.example/cred/achievements/DDDDDDDDDDDDDDDDDDDDDD/versions/12/tr", root.GetProperty("id").GetString());
        Assert.Equal("Onarıcı diyalog", root.GetProperty("name").GetString());
        Assert.Equal("tr", root.GetProperty("inLanguage").GetString());
        var related = root.GetProperty("related").EnumerateArray().ToList();
        Assert.Equal("https://w3id.org/openbadges#BadgeClass", related[0].GetProperty("type")[1].GetString());
        Assert.Equal(["en", "de", "lt", "pt-BR"], related.Skip(1).Select(item => item.GetProperty("inLanguage").GetString()));
    }

    [Fact]
    public void An_edition_is_in_a_language_that_it_was_written_in_even_when_the_issuer_changed_its_own()
    {
        var input = GoldenInput.Read("minimal");
        var issuer = input.Issuer with { PrimaryLanguage = "lt" };
        var edition = AchievementEdition.Primary(input.Achievement, ProfileOf(input) with { Issuer = issuer });
        Assert.Equal("en", edition.Language);
        Assert.EndsWith("/versions/1", edition.Id, StringComparison.Ordinal);
    }

    [Fact]
    public void The_profile_of_an_issuer_stands_alone()
    {
        var input = GoldenInput.Read("assessed-micro-credential");
        using var profile = StrictJson.Parse(Writer.WriteProfile(ProfileOf(input), "en"));
        Assert.Empty(EmbeddedSchemas.OpenBadges3Profile.Validate(profile.RootElement));
        Assert.Equal(input.Ids.IssuerDid, profile.RootElement.GetProperty("id").GetString());
        Assert.Equal("PROMOTE Centre of Vocational Excellence Romania", profile.RootElement.GetProperty("name").GetString());
    }

    private static Promote.Credentials.Formats.Linting.Draft Write(string name)
    {
        var input = GoldenInput.Read(name);
        return Writer.Write(input.Award, input.Ids);
    }

    private static IssuerProfile ProfileOf(GoldenInput input) => new(input.Issuer, input.Ids.IssuerDid, input.Ids.Urls);

    private static JsonDocument JsonOf(AchievementEdition edition) => StrictJson.Parse(Writer.WriteAchievement(edition));
}
