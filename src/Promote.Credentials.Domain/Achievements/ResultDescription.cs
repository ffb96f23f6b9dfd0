using Promote.Credentials.Domain.Text;

namespace Promote.Credentials.Domain.Achievements;

/// <summary>One thing that an assessment can show (OB 3.0 ResultDescription).</summary>
public sealed record ResultDescription
{
    /// <summary>Id within the achievement: letters, digits, hyphens; what a result refers to.</summary>
    public required string Id { get; init; }

    /// <summary>Name by language.</summary>
    public required LanguageMap Name { get; init; }

    /// <summary>OB 3.0 resultType: a member of its enumeration or <c>ext:…</c>.</summary>
    public required string ResultType { get; init; }

    /// <summary>The values that a result may take, lowest first; empty when any value is taken.</summary>
    public IReadOnlyList<string> AllowedValues { get; init; } = [];

    /// <summary>Smallest value of a numeric result.</summary>
    public string? ValueMin { get; init; }

    /// <summary>Largest value of a numeric result.</summary>
    public string? ValueMax { get; init; }

    /// <summary>The value that has to be reached.</summary>
    public string? RequiredValue { get; init; }

    /// <summary>Why a result cannot have this value; null when it can. It need not reach <see cref="RequiredValue"/>.</summary>
    public string? WhyNot(string value)
    {
        if (AllowedValues.Count > 0 && !AllowedValues.Contains(value))
        {
            return "The value is not among the allowed ones.";
        }

        if (ResultType == ResultTypes.Status && !ResultTypes.Statuses.Contains(value))
        {
            return "A status is one of Open Badges 3.0, such as Completed.";
        }

        if (ValueMin is null && ValueMax is null)
        {
            return null;
        }

        return ResultDescriptionRules.Number(value) switch
        {
            null => "The value is not a number such as 92 or 59.5.",
            { } number when number < ResultDescriptionRules.Number(ValueMin) => "The value is below the smallest one.",
            { } number when number > ResultDescriptionRules.Number(ValueMax) => "The value is above the largest one.",
            _ => null,
        };
    }

    /// <summary>Whether a value that a result can have lies below <see cref="RequiredValue"/>, by the order of the allowed values or else as numbers.</summary>
    public bool FallsShort(string value)
    {
        if (RequiredValue is null)
        {
            return false;
        }

        return AllowedValues.Count > 0
            ? RankOf(value) < RankOf(RequiredValue)
            : ResultDescriptionRules.Number(value) < ResultDescriptionRules.Number(RequiredValue);
    }

    private int RankOf(string value) => AllowedValues.TakeWhile(allowed => allowed != value).Count();
}
