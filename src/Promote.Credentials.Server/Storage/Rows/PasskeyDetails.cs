namespace Promote.Credentials.Server.Storage.Rows;

/// <summary>What a passkey is checked with (Web Authentication §4, "credential record").</summary>
/// <param name="Name">As its owner calls it, such as the device that it is on.</param>
/// <param name="CredentialId">As the device calls it.</param>
/// <param name="PublicKey">COSE_Key.</param>
/// <param name="SignCount">What the device counted when it was used last; 0 where it counts nothing.</param>
/// <param name="Transports">How a browser reaches the device.</param>
/// <param name="CanBeCopied">Whether it may be on several devices.</param>
/// <param name="IsCopied">Whether it is.</param>
internal sealed record PasskeyDetails(string Name, byte[] CredentialId, byte[] PublicKey, uint SignCount, IReadOnlyList<string> Transports, bool CanBeCopied, bool IsCopied)
{
    /// <summary>Says nothing, so that no log or message can show it.</summary>
    public override string ToString() => "PasskeyDetails ***";
}
