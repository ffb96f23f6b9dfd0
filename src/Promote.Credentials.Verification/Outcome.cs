namespace Promote.Credentials.Verification;

/// <summary>What all checks say together. Only the first may ever be shown in green.</summary>
public enum Outcome
{
    /// <summary>Every check passed.</summary>
    Valid,

    /// <summary>Nothing failed and nothing is open, but at least one check has something to say.</summary>
    ValidWithWarnings,

    /// <summary>Nothing failed, but at least one check could not be made: nobody can tell yet.</summary>
    Unconfirmed,

    /// <summary>At least one check failed.</summary>
    Invalid,
}
