using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Domain.Awards;
using static Promote.Credentials.Tests.Domain.Samples;

namespace Promote.Credentials.Tests.Domain.Awards;

public sealed class AwardTests
{
    [Fact]
    public void A_sound_proposal_becomes_an_award_valid_from_this_second()
    {
        var decision = Decide(Proposal);
        Assert.True(decision.Granted);
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 9, 30, 15, TimeSpan.Zero), decision.Value.ValidFrom);
        Assert.Null(decision.Value.ValidUntil);
    }

    [Fact]
    public void The_end_comes_from_the_proposal_else_from_the_achievement()
    {
        var content = Content with { Validity = new Validity(2, 0, 0, null) };
        Assert.Equal(Proposal.AwardedOn.AddYears(2), Decide(Proposal, content).Value!.ValidUntil);
        var end = Now.AddDays(1);
        Assert.Equal(end, Decide(Proposal with { ValidUntil = end }, content).Value!.ValidUntil);
    }

    [Fact]
    public void A_beginning_of_validity_is_taken_from_the_proposal_and_a_period_counts_from_there()
    {
        var begins = Now.AddDays(40);
        var award = Decide(Proposal with { ValidFrom = begins }, Content with { Validity = new Validity(2, 0, 0, null) }).Value!;
        Assert.Equal((begins.ToUnixTimeSeconds(), Now.ToUnixTimeSeconds()), (award.ValidFrom.ToUnixTimeSeconds(), award.IssuedAt.ToUnixTimeSeconds()));
        Assert.Equal(begins.AddYears(2), award.ValidUntil);
    }

    [Fact]
    public void A_beginning_that_cannot_be_is_refused()
    {
        Refused(proposal => proposal with { ValidFrom = proposal.AwardedOn.AddSeconds(-1) }, "DatesContradict /validFrom");
        Refused(proposal => proposal with { ValidFrom = proposal.AwardedOn });
        Refused(proposal => proposal with { ValidFrom = Now.AddYears(11) }, "DatesContradict /validFrom");
        Refused(proposal => proposal with { ValidFrom = DateTimeOffset.MaxValue }, "DatesContradict /validFrom");
        Refused(proposal => proposal with { ValidFrom = Now.AddDays(2), ValidUntil = Now.AddDays(1) }, "DatesContradict /validUntil");
    }

    [Fact]
    public void Dates_that_contradict_one_another_are_refused()
    {
        Refused(proposal => proposal with { AwardedOn = Now.AddDays(1) }, "DatesContradict /awardedOn");
        Refused(proposal => proposal with { ValidUntil = Now }, "DatesContradict /validUntil");
        Refused(proposal => proposal with { Activity = new(Now.AddDays(1), null) }, "DatesContradict /activity/from");
        Refused(proposal => proposal with { Activity = new(Now.AddDays(-1), Now.AddDays(-2)) }, "DatesContradict /activity/to");
        Assert.Equal(["DatesContradict /validUntil"], Lines(Decide(Proposal, Content with { Validity = new(0, 0, 0, Now.AddDays(-1)) }).Refusals));
    }

    [Fact]
    public void A_learner_has_a_name_and_an_address_or_identifier()
    {
        Refused(proposal => proposal with { Learner = proposal.Learner with { GivenName = " " } }, "MissingField /learner/givenName");
        Refused(proposal => proposal with { Learner = proposal.Learner with { FamilyName = "Pop\u202Eescu" } }, "UnsafeText /learner/familyName");
        Refused(proposal => proposal with { Learner = proposal.Learner with { Email = null } }, "MissingField /learner");
        Refused(proposal => proposal with { Learner = proposal.Learner with { Email = "ana@" } }, "InvalidEmail /learner/email");
        Refused(proposal => proposal with { Learner = proposal.Learner with { Identifier = "" } }, "MissingField /learner/identifier");
        Refused(proposal => proposal with { Learner = proposal.Learner with { Language = "romanian" } }, "InvalidValue /learner/language");
        Refused(proposal => proposal with { Learner = proposal.Learner with { DateOfBirth = new(2026, 11, 20) } }, "InvalidDate /learner/dateOfBirth");
        Refused(proposal => proposal with { Learner = proposal.Learner with { Email = null, Identifier = "lms-7" } });
    }

    [Theory]
    [InlineData("score", "60", null)]
    [InlineData("score", "99.5", null)]
    [InlineData("score", "59", "InvalidValue /results/0/value")]
    [InlineData("score", "101", "InvalidValue /results/0/value")]
    [InlineData("score", "good", "InvalidValue /results/0/value")]
    [InlineData("score", "1e2", "InvalidValue /results/0/value")]
    [InlineData("level", "high", null)]
    [InlineData("level", "low", "InvalidValue /results/0/value")]
    [InlineData("level", "highest", "InvalidValue /results/0/value")]
    [InlineData("status", "Completed", null)]
    [InlineData("status", "Done", "InvalidValue /results/0/value")]
    [InlineData("other", "1", "InvalidValue /results/0/resultDescription")]
    public void A_result_fits_its_description_and_reaches_what_is_required(string description, string value, string? refusal) =>
        Refused(proposal => proposal with { Results = [new(description, value)] }, refusal is null ? [] : [refusal]);

    [Fact]
    public void One_result_a_description()
    {
        Refused(proposal => proposal with { Results = [new("score", "70"), new("score", "80")] }, "InvalidValue /results");
    }

    [Fact]
    public void Evidence_says_something_and_links_run_no_script()
    {
        Refused(proposal => proposal with { Evidence = [new("a", null, null), new(null, null, " ")] }, "MissingField /evidence/1");
        Refused(proposal => proposal with { Evidence = [new("a", new("javascript:alert(1)"), null)] }, "InvalidLink /evidence/0/url");
        Refused(proposal => proposal with { Evidence = [new("a", new("https://user:secret@example.org/"), null)] }, "InvalidLink /evidence/0/url");
        Refused(proposal => proposal with { Evidence = [new("a", new("/relative", UriKind.Relative), null)] }, "InvalidLink /evidence/0/url");
        Refused(proposal => proposal with { Evidence = [new("a\u200B", null, null)] }, "UnsafeText /evidence/0/name");
    }

    [Fact]
    public void The_policy_of_the_achievement_holds()
    {
        var strict = Content with { Policy = new() { EvidenceRequired = true, ResultsRequired = true } };
        Assert.Equal(["MissingField /results", "MissingField /evidence"], Lines(Decide(Proposal, strict).Refusals));
        var complete = Proposal with
        {
            Results = [new("score", "70"), new("level", "mid"), new("status", "Completed")],
            Evidence = [new("a", null, null)],
        };
        Assert.True(Decide(complete, strict).Granted);
    }

    [Fact]
    public void Formats_are_known_and_named_once()
    {
        Refused(proposal => proposal with { Formats = [] }, "MissingField /formats");
        Refused(proposal => proposal with { Formats = ["ob3", "ob4"] }, "InvalidValue /formats/1");
        Refused(proposal => proposal with { Formats = ["ob3", "europass", "ob3"] }, "InvalidValue /formats/2");
    }

    [Fact]
    public void All_reasons_come_at_once_in_the_order_of_the_request()
    {
        var proposal = Proposal with { Learner = Proposal.Learner with { Email = "no" }, AwardedOn = Now.AddDays(2), Narrative = "\u0000", Formats = ["x"] };
        Assert.Equal(["InvalidEmail /learner/email", "DatesContradict /awardedOn", "UnsafeText /narrative", "InvalidValue /formats/0"], Lines(Decide(proposal).Refusals));
    }

    [Fact]
    public void No_refusal_and_no_text_form_repeats_personal_data()
    {
        var learner = Proposal.Learner with { GivenName = "Secret\u202E", Email = "secret", Identifier = new string('s', 300) };
        var refusals = Decide(Proposal with { Learner = learner }).Refusals;
        Assert.Equal(3, refusals.Count);
        Assert.All(refusals, refusal => Assert.DoesNotContain("secret", refusal.Detail, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("Ana", $"{Proposal.Learner}{Decide(Proposal).Value}{Proposal}", StringComparison.Ordinal);
    }

    private static void Refused(Func<AwardProposal, AwardProposal> change, params string[] expected) =>
        Assert.Equal(expected, Lines(Decide(change(Proposal)).Refusals));
}
