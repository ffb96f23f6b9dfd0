namespace Promote.Credentials.Server.Assessments;

/// <summary>Why somebody decides so; for the people of the issuer and the learner.</summary>
internal sealed record DecisionReason
{
    public required string Reason { get; init; }

    /// <summary>Says nothing, so that no log or message can show a person.</summary>
    public override string ToString() => "DecisionReason ***";
}
