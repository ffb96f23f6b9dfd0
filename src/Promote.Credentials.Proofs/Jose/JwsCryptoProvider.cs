using Microsoft.IdentityModel.Tokens;

namespace Promote.Credentials.Proofs.Jose;

/// <summary>Where Microsoft.IdentityModel asks for somebody who signs with a <see cref="JwsSecurityKey"/>, and with nothing else.</summary>
internal sealed class JwsCryptoProvider : ICryptoProvider
{
    public bool IsSupportedAlgorithm(string algorithm, params object[] args) =>
        args is [JwsSecurityKey key, ..] && algorithm == key.SigningKey.PublicKey.JwsAlgorithm;

    public object Create(string algorithm, params object[] args) => new JwsSignatureProvider((JwsSecurityKey)args[0], algorithm);

    /// <summary>A provider holds nothing; the key outlives it.</summary>
    public void Release(object cryptoInstance)
    {
    }
}
