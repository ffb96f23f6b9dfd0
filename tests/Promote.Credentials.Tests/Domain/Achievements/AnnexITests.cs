using Promote.Credentials.Domain.Achievements;
using static Promote.Credentials.Tests.Domain.Samples;

namespace Promote.Credentials.Tests.Domain.Achievements;

/// <summary>Council Recommendation 2022/C 243/02, Annex I: what every micro-credential says.</summary>
public sealed class AnnexITests
{
    [Fact]
    public void There_are_eleven_elements_each_with_a_name_of_its_own() =>
        Assert.Equal(11, AnnexI.Mandatory.Select(element => element.Name).Distinct().Count());

    [Fact]
    public void Nothing_is_missing_from_a_complete_micro_credential()
    {
        Assert.Empty(AnnexI.Missing(Content, Centre));
        Assert.Empty(AnnexI.WhyNot(Content, Centre));
        Assert.True(Decide(Proposal).Granted);
    }

    [Fact]
    public void Each_element_is_missed_when_it_is_the_only_one_that_is_not_there()
    {
        Misses("title of the micro-credential /name", Content with { Name = Texts() });
        Misses("learning outcomes /outcomes", Content with { Outcomes = [] });
        Misses("notional workload /workload", Content with { Workload = null });
        Misses("level of the learning experience /eqfLevel", Content with { EqfLevel = null });
        Misses("type of assessment /assessmentType", Content with { AssessmentType = null });
        Misses("form of participation /participation", Content with { Mode = null, Participation = null });
        Misses("type of quality assurance /qualityAssurance", Content with { QualityAssurance = null });
        Assert.Equal(["country of the issuer"], AnnexI.Missing(Content, Centre with { CountryCode = "ZZ" }).Select(element => element.Name));
        Assert.Equal(["awarding body"], AnnexI.Missing(Content, Centre with { Name = Texts() }).Select(element => element.Name));
    }

    [Fact]
    public void Credits_are_no_workload() => Misses("notional workload /workload", Content with { Workload = null, Credits = new(2) });

    [Fact]
    public void Either_a_schedule_a_setting_or_a_mode_is_a_form_of_participation()
    {
        Assert.Empty(AnnexI.Missing(Content with { Mode = null, Participation = Concept("learning-setting/e207a81fc7") }, Centre));
        Assert.Empty(AnnexI.Missing(Content with { Participation = null }, Centre));
    }

    [Fact]
    public void A_refusal_names_every_missing_element_where_it_would_be_said()
    {
        var refusals = AnnexI.WhyNot(Bare, Centre with { CountryCode = "ZZ" });

        Assert.Equal(
            ["IncompleteMicroCredential ", .. new[] { "outcomes", "workload", "eqfLevel", "assessmentType", "participation", "qualityAssurance" }.Select(member => $"IncompleteMicroCredential /{member}")],
            Lines(refusals));
        Assert.All(refusals.Zip(AnnexI.Missing(Bare, Centre with { CountryCode = "ZZ" })), pair => Assert.Contains(pair.Second.Name, pair.First.Detail, StringComparison.Ordinal));
        Assert.All(refusals, refusal => Assert.Equal("PC-R024", refusal.Id));
    }

    [Fact]
    public void An_incomplete_micro_credential_is_not_awarded_and_the_request_is_told_through_its_achievement()
    {
        var decision = Decide(Proposal with { AwardedOn = Now.AddDays(1) }, Bare);

        Assert.False(decision.Granted);
        Assert.Equal([.. Enumerable.Repeat("IncompleteMicroCredential /achievement", 6), "DatesContradict /awardedOn"], Lines(decision.Refusals));
    }

    [Theory]
    [InlineData("Badge")]
    [InlineData("Course")]
    [InlineData("ext:MicroCredential")]
    public void Other_types_are_free(string type)
    {
        Assert.Empty(AnnexI.WhyNot(Bare with { Type = type }, Centre));
        Assert.True(Decide(Proposal, Bare with { Type = type }).Granted);
    }

    [Fact]
    public void A_draft_is_free() => Assert.Empty(AchievementRules.Check(Bare, "ro"));

    private static AchievementContent Bare { get; } = new() { Name = Content.Name, Description = Content.Description, Criteria = Content.Criteria, Type = "MicroCredential" };

    private static void Misses(string expected, AchievementContent content) =>
        Assert.Equal([expected], AnnexI.Missing(content, Centre).Select(element => $"{element.Name} {element.Pointer}"));
}
