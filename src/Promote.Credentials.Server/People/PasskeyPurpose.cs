namespace Promote.Credentials.Server.People;

/// <summary>What a passkey is asked for. An answer to one question is none to another.</summary>
internal enum PasskeyPurpose
{
    /// <summary>To open a session.</summary>
    SignIn,

    /// <summary>To show that whoever sits before the open session is still the one who opened it.</summary>
    Confirm,

    /// <summary>To make a new one.</summary>
    Add,
}
