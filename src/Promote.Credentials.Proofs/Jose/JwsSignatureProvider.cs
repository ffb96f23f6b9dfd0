using Microsoft.IdentityModel.Tokens;

namespace Promote.Credentials.Proofs.Jose;

/// <summary>Hands what Microsoft.IdentityModel wants signed to our key. It costs nothing to make: the key holds what is expensive.</summary>
internal sealed class JwsSignatureProvider(JwsSecurityKey key, string algorithm) : SignatureProvider(key, algorithm)
{
    public override byte[] Sign(byte[] input) => key.SigningKey.Sign(input);

    /// <summary>The overload that the library calls; its default refuses (IDX10267).</summary>
    public override bool Sign(ReadOnlySpan<byte> data, Span<byte> destination, out int bytesWritten)
    {
        byte[] signature = key.SigningKey.Sign(data);
        bytesWritten = signature.Length;
        return signature.AsSpan().TryCopyTo(destination);
    }

    /// <summary>Nothing is verified through the library: it takes more than one text for one signature.</summary>
    public override bool Verify(byte[] input, byte[] signature) => throw new NotSupportedException("CompactJws verifies.");

    protected override void Dispose(bool disposing)
    {
    }
}
