using FsCheck;
using FsCheck.Fluent;
using Promote.Credentials.Domain.Pathways;
using static Promote.Credentials.Tests.Domain.Pathways.Pathway;

namespace Promote.Credentials.Tests.Domain.Pathways;

/// <summary>How far somebody is on a pathway.</summary>
public sealed class ProgressTests
{
    private static readonly PathwayStep Whole = Rule(
        "all", StepRule.AllOf, null,
        Rule("two", StepRule.AtLeast, 2, Leaf("a"), Leaf("b", requires: "a"), Leaf("c")),
        Rule("points", StepRule.Credits, 6, Leaf("a", "a2"), Leaf("d"), Leaf("e"), Leaf("d", "d2")),
        Leaf("f", optional: true),
        Rule("either", StepRule.AtLeast, 1, Leaf("g"), Rule("both", StepRule.AllOf, null, Leaf("c", "c2"), Leaf("h", requires: "two"))));

    [Theory]
    [InlineData("", StepState.Missing)]
    [InlineData("a b", StepState.Missing)]
    [InlineData("a b e g", StepState.Met)]
    [InlineData("a c e h", StepState.Met)]
    [InlineData("b c e g", StepState.Missing)]
    [InlineData("a b d g", StepState.Missing)]
    public void A_pathway_is_met_when_its_rules_are(string earned, StepState state) =>
        Assert.Equal(state, ProgressOf(Whole, earned.Split(' ', StringSplitOptions.RemoveEmptyEntries)).State);

    [Fact]
    public void An_achievement_counts_its_credit_points_once() =>
        Assert.Equal(4, ProgressOf(Rule("points", StepRule.Credits, 5, Leaf("d"), Leaf("d", "d2"), Leaf("e")), "d").Has);

    [Fact]
    public void A_step_waits_for_the_steps_that_it_requires()
    {
        var progress = ProgressOf(Whole, "b").Flatten().Single(step => step.Step.Id == "b");
        Assert.Equal((StepState.Blocked, "a"), (progress.State, Assert.Single(progress.WaitsFor)));
    }

    [Fact]
    public void An_award_that_holds_no_more_is_lost_up_to_the_root()
    {
        HeldAward[] held = [Award("a"), Award("b", counts: false), Award("e"), Award("g")];
        var progress = Progress.Of(Of(Whole), held, Known);
        Assert.Equal(StepState.Lost, progress.State);
        Assert.Equal(["award of b"], progress.Flatten().Single(step => step.Step.Id == "b").Awards);
    }

    [Fact]
    public void A_second_award_stands_in_for_one_that_was_revoked() =>
        Assert.Equal(StepState.Met, Progress.Of(Of(Leaf("a")), [Award("a", counts: false), Award("a")], Known).State);

    [Fact]
    public void What_a_met_step_does_without_is_not_missing_any_more()
    {
        var progress = ProgressOf(Whole, "a", "b", "e", "g").Flatten().ToDictionary(step => step.Step.Id, step => step.State);
        Assert.Equal(
            ["b Met", "both NotNeeded", "c NotNeeded", "c2 NotNeeded", "d NotNeeded", "d2 NotNeeded", "f NotNeeded", "h NotNeeded"],
            progress.Where(step => step.Key is "b" or "c" or "d" or "f" or "h" or "both" or "c2" or "d2").Select(step => $"{step.Key} {step.Value}").Order(StringComparer.Ordinal));
        Assert.Equal(StepState.Missing, ProgressOf(Whole, "a").Flatten().Single(step => step.Step.Id == "c").State);
    }

    [Fact]
    public void A_step_that_another_one_waits_for_stays_missing() =>
        Assert.Equal(
            StepState.Missing,
            ProgressOf(Rule("all", StepRule.AllOf, null, Rule("one", StepRule.AtLeast, 1, Leaf("a"), Leaf("c")), Leaf("d", requires: "c")), "a").Flatten().Single(step => step.Step.Id == "c").State);

    [Fact]
    public void More_awards_never_undo_a_step_that_is_met() => Prop.ForAll(Trees(), Earned(), Earned(), (root, some, more) =>
    {
        var before = ProgressOf(root, some);
        var after = ProgressOf(root, [.. some, .. more]);
        return before.Flatten().Zip(after.Flatten()).All(pair => pair.First.State != StepState.Met || pair.Second.State == StepState.Met);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_awards_does_not_matter() => Prop.ForAll(Trees(), Earned(), (root, earned) =>
        ProgressOf(root, earned).Flatten().Select(step => (step.State, step.Has)).SequenceEqual(ProgressOf(root, [.. earned.Reverse()]).Flatten().Select(step => (step.State, step.Has)))).QuickCheckThrowOnFailure();

    [Fact]
    public void A_pathway_that_the_rules_let_through_is_met_by_whoever_earned_everything() => Prop.ForAll(Trees(), root =>
        PathwayRules.Check(Of(root), "en", Known).Count > 0 || ProgressOf(root, [.. Known.Keys]).State == StepState.Met).QuickCheckThrowOnFailure();

    private static Arbitrary<string[]> Earned() => Gen.Elements([.. Known.Keys]).ArrayOf().ToArbitrary();

    // Trees of rules over achievements, with ids by their place, some of whose steps wait for an earlier one.
    private static Arbitrary<PathwayStep> Trees()
    {
        Gen<PathwayStep> Tree(int size) => size == 0
            ? Gen.Elements([.. Known.Keys]).Select(achievement => Leaf(achievement))
            : Gen.OneOf(
                Gen.Elements([.. Known.Keys]).Select(achievement => Leaf(achievement)),
                from rule in Gen.Elements(StepRule.AllOf, StepRule.AtLeast, StepRule.Credits)
                from needs in Gen.Choose(1, 5)
                from steps in Tree(size / 2).NonEmptyListOf().Resize(3)
                from optional in Gen.Elements(true, false)
                select Rule("", rule, rule == StepRule.AllOf ? null : needs, [.. steps]) with { Optional = optional });

        return (from size in Gen.Choose(0, 8)
                from tree in Tree(size)
                from waits in Gen.Elements(true, false)
                select Number(tree, waits)).ToArbitrary();
    }

    private static PathwayStep Number(PathwayStep root, bool waits)
    {
        var next = 0;
        string? lastLeaf = null;
        PathwayStep Visit(PathwayStep step)
        {
            var id = $"s{next++}";
            var requires = waits && step.Achievement is not null && lastLeaf is not null ? (string[])[lastLeaf] : [];
            lastLeaf = step.Achievement is null ? lastLeaf : id;
            return step with { Id = id, Requires = requires, Steps = [.. step.Steps.Select(Visit)] };
        }

        return Visit(root);
    }
}
