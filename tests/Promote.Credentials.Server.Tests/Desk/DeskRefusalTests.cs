using Microsoft.AspNetCore.Http;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Desk;
using Promote.Credentials.Server.Languages;
using Promote.Credentials.Server.Public.Reading;

namespace Promote.Credentials.Server.Tests.Desk;

/// <summary>What is refused at the desk is said in the language of the page.</summary>
public sealed class DeskRefusalTests
{
    // Said before a form of the desk is looked at, or about what no form of it has: JSON, keys of the API, credentials to be checked.
    private static readonly RefusalCode[] NotAtTheDesk =
    [
        RefusalCode.MalformedJson, RefusalCode.UnknownField, RefusalCode.Unauthenticated, RefusalCode.TooManyRequests, RefusalCode.NotACredential, RefusalCode.CrossOrigin,
    ];

    public static TheoryData<string> Languages => [.. Language.All.Select(language => language.Tag)];

    [Theory, MemberData(nameof(Languages))]
    public void Every_refusal_that_the_desk_can_meet_has_a_sentence_of_its_own(string tag)
    {
        var page = PageIn(tag);
        var sentences = Enum.GetValues<RefusalCode>().Except(NotAtTheDesk).Select(code => DeskRefusal.Of(new(code, "", "In English."), page).Sentence).ToList();

        Assert.DoesNotContain(page["desk.refused"], sentences);
        Assert.Equal(sentences.Count, sentences.Distinct().Count());
    }

    [Theory, MemberData(nameof(Languages))]
    public void English_is_shown_on_pages_in_English_only(string tag) =>
        Assert.Equal(tag == "en" ? "In English." : null, DeskRefusal.Of(new(RefusalCode.InvalidValue, "/narrative", "In English."), PageIn(tag)).Detail);

    [Theory]
    [InlineData("", null)]
    [InlineData("/awardedOn", "Day on which the learner showed it")]
    [InlineData("/portfolio/1/checked", "Portfolio 2, How you made sure")]
    [InlineData("/learner/email", "Learner, E-mail address")]
    [InlineData("/name/ro", "Name (română)")]
    [InlineData("/outcomes/0/title/de", "Learning outcomes 1 (Deutsch)")]
    [InlineData("/root/steps/1/steps/0/needs", "Step 2.1, How many (unless all)")]
    [InlineData("/thematicArea", null)]
    public void A_field_is_called_what_the_pages_call_it(string pointer, string? name) =>
        Assert.Equal(name, DeskRefusal.Of(new(RefusalCode.InvalidValue, pointer, "In English."), PageIn("en")).Field);

    private static PageLanguage PageIn(string tag)
    {
        var (page, context) = (new PageLanguage(), new DefaultHttpContext());
        context.Request.QueryString = new($"?{PageLanguage.Parameter}={tag}");
        page.Choose(context, written: null, issuerLanguage: null);
        return page;
    }
}
