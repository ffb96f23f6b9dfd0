namespace Promote.Credentials.Server.People;

/// <summary>Why an invitation was not accepted.</summary>
internal enum AcceptProblem
{
    /// <summary>No name, or one that is too long.</summary>
    Name,

    /// <summary>The password is too short.</summary>
    Password,

    /// <summary>Not the password of this person, or too many tries.</summary>
    WrongPassword,
}
