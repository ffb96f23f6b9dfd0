using Promote.Credentials.Verification;

namespace Promote.Credentials.Tests.Verification;

/// <summary>A verification may not compute for ever.</summary>
public sealed class ProcessorBudgetTests
{
    private TimeSpan clock;
    private TimeSpan runtime;

    [Theory]
    [InlineData(249, false)]
    [InlineData(250, true)]
    [InlineData(4000, true)]
    public void It_is_spent_when_a_quarter_of_a_second_was_worked(int milliseconds, bool isSpent)
    {
        var budget = new ProcessorBudget(() => clock, () => runtime);
        var lap = budget.Begin();
        Work(100);
        lap.End();
        Work(milliseconds - 100);
        lap.End();

        Assert.Equal(isSpent, budget.IsSpent);
    }

    [Fact]
    public void Time_between_two_steps_is_not_counted()
    {
        var budget = new ProcessorBudget(() => clock, () => runtime);
        budget.Begin().End();
        Work(5000);
        var lap = budget.Begin();
        Work(5000);
        lap.Restart();
        lap.End();

        Assert.False(budget.IsSpent);
    }

    [Theory]
    [InlineData(50, true)]
    [InlineData(51, false)]
    public void Collecting_garbage_and_compiling_code_are_not_counted(int milliseconds, bool isSpent)
    {
        runtime = TimeSpan.FromSeconds(9);
        var budget = new ProcessorBudget(() => clock, () => runtime);
        var lap = budget.Begin();
        Work(300);
        lap.End();
        runtime += TimeSpan.FromMilliseconds(milliseconds);

        Assert.Equal(isSpent, budget.IsSpent);
    }

    [Fact]
    public void The_clock_of_the_thread_runs_while_it_works_on_Linux()
    {
        var budget = new ProcessorBudget();
        var lap = budget.Begin();
        while (OperatingSystem.IsLinux() && !budget.IsSpent)
        {
            _ = Enumerable.Range(0, 10_000).Sum();
            lap.End();
        }
    }

    private void Work(int milliseconds) => clock += TimeSpan.FromMilliseconds(milliseconds);
}
