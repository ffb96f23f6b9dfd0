namespace Promote.Credentials.Server.Storage.Rows;

/// <summary>How far an award or one of its documents came.</summary>
internal enum IssuingState
{
    /// <summary>Promised: the exact bytes to sign are stored, the signature is not.</summary>
    Intended,

    /// <summary>Signed, checked and stored.</summary>
    Issued,
}
