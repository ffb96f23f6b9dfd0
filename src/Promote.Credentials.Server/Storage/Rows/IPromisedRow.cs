namespace Promote.Credentials.Server.Storage.Rows;

/// <summary>A document whose exact bytes are stored before it is signed.</summary>
internal interface IPromisedRow
{
    string Id { get; }

    /// <summary>What the proof names.</summary>
    string VerificationMethod { get; }

    /// <summary>The instant that the proof states, in whole seconds.</summary>
    DateTimeOffset ProofCreated { get; }

    /// <summary>Encrypted exact bytes that were signed, with the proof; null while intended.</summary>
    byte[]? Signed { get; set; }

    /// <summary>SHA-256 of the signed bytes.</summary>
    byte[]? SignedSha256 { get; set; }
}
