using Promote.Credentials.Domain.Assessments;

namespace Promote.Credentials.Tests.Domain.Assessments;

public sealed class AssessmentLifeTests
{
    // A row is a state; an x stands where the step of the column can be taken.
    private const string Table = """
                   record submit confirm return reject appeal
        draft      x      x      -       -      -      -
        submitted  -      -      x       x      x      -
        returned   x      x      -       -      -      -
        confirmed  -      -      -       -      -      -
        rejected   -      -      -       -      -      x
        appealed   -      -      x       x      x      -
        """;

    public static TheoryData<AssessmentState, AssessmentStep, bool> Cells()
    {
        var lines = Table.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToArray();
        var data = new TheoryData<AssessmentState, AssessmentStep, bool>();
        foreach (var line in lines.Skip(1))
        {
            foreach (var (column, step) in lines[0].Index())
            {
                data.Add(Enum.Parse<AssessmentState>(line[0], ignoreCase: true), Enum.Parse<AssessmentStep>(step, ignoreCase: true), line[column + 1] == "x");
            }
        }

        return data;
    }

    [Theory, MemberData(nameof(Cells))]
    public void A_step_is_taken_in_the_states_that_allow_it_only(AssessmentState state, AssessmentStep step, bool allowed)
    {
        var refusal = AssessmentLife.WhyNot(state, step);

        Assert.Equal(allowed, refusal is null);
        Assert.True(allowed || refusal!.Id == "PC-R011");
    }

    [Fact]
    public void Every_state_and_step_stands_in_the_table() =>
        Assert.Equal(Enum.GetValues<AssessmentState>().Length * Enum.GetValues<AssessmentStep>().Length, Cells().Count);

    [Theory]
    [InlineData(true, AssessmentState.Submitted)]
    [InlineData(false, AssessmentState.Confirmed)]
    public void What_is_submitted_is_decided_where_nobody_else_has_to_look(bool fourEyes, AssessmentState state) =>
        Assert.Equal(state, AssessmentLife.After(AssessmentStep.Submit, fourEyes));

    [Fact]
    public void Nobody_decides_about_what_they_wrote()
    {
        Assert.Equal("PC-R028", AssessmentLife.WhyNotDecidedBy("ana", ["dan", "ana"])!.Id);
        Assert.Null(AssessmentLife.WhyNotDecidedBy("ana", ["dan", "anabel"]));
    }
}
