namespace Promote.Credentials.LinkedData.Rdfc;

/// <summary>A dataset that costs more to canonicalize than its <see cref="RdfcBudget"/> allows. It is refused, not wrong.</summary>
public sealed class RdfcBudgetException : FormatException
{
    internal RdfcBudgetException(string limit, int allowed)
        : base($"Canonicalizing the dataset takes more than {allowed} {limit}.")
    {
    }
}
