using Promote.Credentials.Domain.Pathways;
using static Promote.Credentials.Tests.Domain.Pathways.Pathway;

namespace Promote.Credentials.Tests.Domain.Pathways;

/// <summary>Pathways that nobody could complete, or that say two things at once.</summary>
public sealed class PathwayRulesTests
{
    public static TheoryData<string, PathwayStep> Wrong => new()
    {
        { "/root/rule", new PathwayStep { Id = "x", Steps = [Leaf("a")] } },
        { "/root/steps", Rule("x", StepRule.AllOf, null) },
        { "/root/steps", Rule("x", StepRule.AllOf, null, Leaf("a", optional: true)) },
        { "/root/needs", Rule("x", StepRule.AllOf, 1, Leaf("a")) },
        { "/root/needs", Rule("x", StepRule.AtLeast, null, Leaf("a")) },
        { "/root/needs", Rule("x", StepRule.AtLeast, 0, Leaf("a")) },
        { "/root/needs", Rule("x", StepRule.AtLeast, 1.5m, Leaf("a"), Leaf("b")) },
        { "/root/needs", Rule("x", StepRule.AtLeast, 2, Leaf("a")) },
        { "/root/needs", Rule("x", StepRule.Credits, 4, Leaf("a"), Leaf("b")) },
        { "/root/needs", Rule("x", StepRule.Credits, 3, Leaf("b"), Leaf("b", "again")) },
        { "/root/needs", Rule("x", StepRule.Credits, null, Leaf("b")) },
        { "/root/achievement", Leaf("nobody") },
        { "/root", Leaf("a") with { Rule = StepRule.AllOf } },
        { "/root/steps/1/id", Rule("x", StepRule.AllOf, null, Leaf("a"), Leaf("b", "a")) },
        { "/root/id", Leaf("a", "not an id") },
        { "/root/id", Leaf("a", "") },
        { "/root/steps/0/requires/0", Rule("x", StepRule.AllOf, null, Leaf("a", requires: "nobody")) },
        { "/root/steps/0/requires", Rule("x", StepRule.AllOf, null, Leaf("a", requires: "a")) },
        { "/root/steps/0/requires", Rule("x", StepRule.AllOf, null, Leaf("a", requires: "x")) },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void It_is_refused_with_a_pointer(string pointer, PathwayStep root) =>
        Assert.Contains(pointer, PathwayRules.Check(Of(root), "en", Known).Select(refusal => refusal.Pointer));

    [Fact]
    public void Two_steps_that_wait_for_each_other_are_refused() => Assert.Equal(
        ["/root/steps/0/requires", "/root/steps/1/requires"],
        PathwayRules.Check(Of(Rule("x", StepRule.AllOf, null, Leaf("a", requires: "b"), Leaf("b", requires: "a"))), "en", Known).Select(refusal => refusal.Pointer));

    [Fact]
    public void A_pathway_does_not_lead_through_what_it_ends_in() =>
        Assert.Equal("/achievement", Assert.Single(PathwayRules.Check(Of(Leaf("a"), achievement: "a"), "en", Known)).Pointer);

    [Fact]
    public void What_is_awarded_by_itself_has_to_be_named() =>
        Assert.Equal("/achievement", Assert.Single(PathwayRules.Check(Of(Leaf("a")) with { Automatic = true }, "en", Known)).Pointer);

    [Fact]
    public void Steps_lie_eight_deep_at_most()
    {
        var deep = Enumerable.Range(0, 9).Aggregate(Leaf("a"), (below, level) => Rule($"level{level}", StepRule.AllOf, null, below));
        Assert.NotEmpty(PathwayRules.Check(Of(deep), "en", Known));
    }

    [Fact]
    public void There_are_two_hundred_steps_at_most()
    {
        PathwayStep Wide(int steps) => Rule("x", StepRule.AllOf, null, [.. Enumerable.Range(0, steps).Select(step => Leaf("a", $"s{step}"))]);
        Assert.Empty(PathwayRules.Check(Of(Wide(199)), "en", Known));
        Assert.NotEmpty(PathwayRules.Check(Of(Wide(200)), "en", Known));
    }
}
