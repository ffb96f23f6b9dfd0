namespace Promote.Credentials.Domain.People;

/// <summary>What somebody does for an issuer. One person may have several.</summary>
public enum Role
{
    /// <summary>Invites people, gives them roles, and manages the keys of the issuer.</summary>
    Administrator,

    /// <summary>Writes and publishes achievements, and decides about awards that were made.</summary>
    ProgrammeManager,

    /// <summary>Assesses learners and proposes awards.</summary>
    Assessor,

    /// <summary>Decides about what assessors proposed.</summary>
    Validator,

    /// <summary>Sees what there is and changes nothing.</summary>
    Reader,
}
