namespace Promote.Credentials.LinkedData.Rdfc;

/// <summary>Counts the work of one canonicalization against its budget.</summary>
internal sealed class WorkMeter(RdfcBudget budget)
{
    private int steps;
    private int depth;

    public void Spend(int count)
    {
        steps += count;
        if (steps > budget.MaxSteps)
        {
            throw new RdfcBudgetException("steps", budget.MaxSteps);
        }
    }

    public void Enter()
    {
        if (++depth > budget.MaxDepth)
        {
            throw new RdfcBudgetException("levels of recursion", budget.MaxDepth);
        }
    }

    public void Leave() => depth--;
}
