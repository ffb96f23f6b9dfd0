namespace Promote.Credentials.Verification;

/// <summary>What one check says.</summary>
public enum CheckOutcome
{
    /// <summary>It is as it should be.</summary>
    Passed,

    /// <summary>It holds, with something that a careful reader should know.</summary>
    Warning,

    /// <summary>It does not hold.</summary>
    Failed,

    /// <summary>It could not be made, so it counts neither for nor against the credential.</summary>
    NotChecked,
}
