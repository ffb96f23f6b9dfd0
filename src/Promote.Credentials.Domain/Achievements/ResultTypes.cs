using System.Collections.Frozen;

namespace Promote.Credentials.Domain.Achievements;

/// <summary>OB 3.0 ResultType and ResultStatusType.</summary>
public static class ResultTypes
{
    /// <summary>The type whose value is one of <see cref="Statuses"/>.</summary>
    public const string Status = "Status";

    /// <summary>The status of whoever passed.</summary>
    public const string Completed = "Completed";

    /// <summary>The type whose values are points.</summary>
    public const string RawScore = "RawScore";

    /// <summary>The type of a rubric: its values are levels.</summary>
    public const string RubricCriterionLevel = "RubricCriterionLevel";

    /// <summary>The type whose values go from 0 to 100.</summary>
    public const string Percent = "Percent";

    /// <summary>The members of the ResultType enumeration.</summary>
    public static FrozenSet<string> All { get; } =
    [
        "GradePointAverage", "LetterGrade", Percent, "PerformanceLevel", "PredictedScore", RawScore, "Result",
        "RubricCriterion", RubricCriterionLevel, "RubricScore", "ScaledScore", Status,
    ];

    /// <summary>The members of the closed ResultStatusType enumeration.</summary>
    public static FrozenSet<string> Statuses { get; } =
        [Completed, "Enrolled", "Failed", "InProgress", "OnHold", "Provisional", "Withdrew"];
}
