using Promote.Credentials.Domain.Achievements;
using static Promote.Credentials.Tests.Domain.Samples;

namespace Promote.Credentials.Tests.Domain.Achievements;

/// <summary>The schemes that results are given in.</summary>
public sealed class ResultDescriptionTests
{
    private static readonly ResultDescription Rubric = new()
    {
        Id = "calm", Name = Texts(("ro", "Calm")), ResultType = ResultTypes.RubricCriterionLevel, Outcome = 0, RequiredValue = "alone",
        Levels =
        [
            new() { Id = "guided", Name = Texts(("ro", "Cu ajutor"), ("en", "With help")) },
            new() { Id = "alone", Name = Texts(("ro", "Singur"), ("en", "Alone")), Description = Texts(("ro", "Fără ajutor")), Points = "2" },
            new() { Id = "teaches", Name = Texts(("ro", "Îi învață pe alții"), ("en", "Teaches others")), Points = "3" },
        ],
    };

    [Fact]
    public void A_rubric_takes_the_ids_of_its_levels_and_is_passed_from_the_required_one_on()
    {
        Assert.Equal("The value is the id of a level: guided, alone, teaches.", Rubric.WhyNot("Alone"));
        Assert.Null(Rubric.WhyNot("guided"));
        Assert.Equal([true, false, false], new[] { "guided", "alone", "teaches" }.Select(Rubric.FallsShort));
        Assert.Equal("Alone", Rubric.Shown("alone", name => name.In("en")!));
    }

    [Theory]
    [InlineData("0", true)]
    [InlineData("100", true)]
    [InlineData("59.5", true)]
    [InlineData("100.1", false)]
    [InlineData("-1", false)]
    [InlineData("ninety", false)]
    [InlineData("1e2", false)]
    public void A_percentage_lies_between_0_and_100_whoever_left_the_bounds_out(string value, bool isGood) =>
        Assert.Equal(isGood, new ResultDescription { Id = "p", Name = Texts(), ResultType = ResultTypes.Percent }.WhyNot(value) is null);

    [Fact]
    public void Percentages_may_be_written_as_bands() =>
        Assert.Null(new ResultDescription { Id = "p", Name = Texts(), ResultType = ResultTypes.Percent, AllowedValues = ["0-49", "50-100"] }.WhyNot("50-100"));

    [Theory]
    [InlineData("Completed", true)]
    [InlineData("Failed", false)]
    [InlineData("InProgress", false)]
    public void Pass_or_fail_is_passed_by_the_status_that_is_required(string status, bool passes)
    {
        var description = new ResultDescription { Id = "s", Name = Texts(), ResultType = ResultTypes.Status, RequiredValue = "Completed" };
        Assert.Null(description.WhyNot(status));
        Assert.Equal(passes, !description.FallsShort(status));
    }

    [Fact]
    public void A_sound_rubric_is_taken() => Refused(rubric => rubric);

    [Fact]
    public void Levels_are_told_apart_and_named_in_the_issuers_language()
    {
        Refused(rubric => rubric with { Levels = [.. rubric.Levels, rubric.Levels[0]] }, "InvalidValue /resultDescriptions/0/levels/3/id");
        Refused(rubric => rubric with { Levels = [rubric.Levels[0] with { Id = "no spaces" }, rubric.Levels[1]] }, "InvalidValue /resultDescriptions/0/levels/0/id");
        Refused(rubric => rubric with { Levels = [rubric.Levels[0] with { Name = Texts(("en", "With help")) }, rubric.Levels[1]] }, "MissingField /resultDescriptions/0/levels/0/name/ro");
        Refused(rubric => rubric with { Levels = [rubric.Levels[0] with { Points = "two" }, rubric.Levels[1]] }, "InvalidValue /resultDescriptions/0/levels/0/points");
        Refused(rubric => rubric with { Levels = [rubric.Levels[1]] }, "InvalidValue /resultDescriptions/0/levels");
    }

    [Fact]
    public void A_rubric_has_no_other_values_than_its_levels()
    {
        Refused(rubric => rubric with { AllowedValues = ["alone"] }, "InvalidValue /resultDescriptions/0");
        Refused(rubric => rubric with { ValueMin = "0" }, "InvalidValue /resultDescriptions/0");
        Refused(rubric => rubric with { ResultType = "RawScore" }, "InvalidValue /resultDescriptions/0/levels");
        Refused(rubric => rubric with { RequiredValue = "best" }, "InvalidValue /resultDescriptions/0/requiredValue");
    }

    [Fact]
    public void What_it_measures_is_an_outcome_of_the_achievement()
    {
        Refused(rubric => rubric with { Outcome = 1 }, "InvalidValue /resultDescriptions/0/outcome");
        Refused(rubric => rubric with { Outcome = -1 }, "InvalidValue /resultDescriptions/0/outcome");
    }

    [Fact]
    public void A_percentage_has_no_bounds_beyond_0_and_100_and_a_status_is_one_of_Open_Badges()
    {
        Refused(_ => new() { Id = "p", Name = Texts(("ro", "P")), ResultType = ResultTypes.Percent, ValueMax = "120" }, "InvalidValue /resultDescriptions/0/resultType");
        Refused(_ => new() { Id = "s", Name = Texts(("ro", "S")), ResultType = ResultTypes.Status, AllowedValues = ["Passed"] }, "InvalidValue /resultDescriptions/0/allowedValues/0");
    }

    private static void Refused(Func<ResultDescription, ResultDescription> change, params string[] expected) => Assert.Equal(
        expected,
        AchievementRules.Check(Content with { ResultDescriptions = [change(Rubric)] }, "ro").Select(refusal => $"{refusal.Code} {refusal.Pointer}"));
}
