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
        budget.Count(() => clock += TimeSpan.FromMilliseconds(100));
        budget.Count(() => clock += TimeSpan.FromMilliseconds(milliseconds - 100));

        Assert.Equal(isSpent, budget.IsSpent);
    }

    [Fact]
    public void Time_between_two_steps_is_not_counted()
    {
        var budget = new ProcessorBudget(() => clock, () => runtime);
        budget.Count(() => 0);
        clock += TimeSpan.FromSeconds(5);
        budget.Count(() => 0);

        Assert.False(budget.IsSpent);
    }

    [Theory]
    [InlineData(50, true)]
    [InlineData(51, false)]
    public void Collecting_garbage_and_compiling_code_are_not_counted(int milliseconds, bool isSpent)
    {
        runtime = TimeSpan.FromSeconds(9);
        var budget = new ProcessorBudget(() => clock, () => runtime);
        budget.Count(() => clock += TimeSpan.FromMilliseconds(300));
        runtime += TimeSpan.FromMilliseconds(milliseconds);

        Assert.Equal(isSpent, budget.IsSpent);
    }

    [Fact]
    public void What_a_step_costs_counts_though_it_throws()
    {
        var budget = new ProcessorBudget(() => clock, () => runtime);
        Assert.Throws<InvalidOperationException>(() => budget.Count<int>(() =>
        {
            clock += TimeSpan.FromSeconds(1);
            throw new InvalidOperationException();
        }));

        Assert.True(budget.IsSpent);
    }

    [Fact]
    public void The_clock_of_the_thread_runs_while_it_works_on_Linux()
    {
        var budget = new ProcessorBudget();
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        while (!budget.IsSpent)
        {
            budget.Count(() => Enumerable.Range(0, 10_000).Sum());
        }
    }
}
