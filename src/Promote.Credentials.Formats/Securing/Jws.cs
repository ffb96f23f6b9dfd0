using Promote.Credentials.Proofs.Dids;
using Promote.Credentials.Proofs.Jose;
using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Formats.Securing;

/// <summary>What the two kinds of JWS have in common when they are confirmed.</summary>
internal static class Jws
{
    /// <summary>Reads a JWS that this service made; its signature is still to be verified.</summary>
    /// <exception cref="InvalidOperationException">It is none, or names another key, or the key is of another kind.</exception>
    internal static CompactJws Read(ReadOnlyMemory<byte> signed, KeyAlgorithm? algorithm, VerificationMethod? method)
    {
        ArgumentNullException.ThrowIfNull(method);
        if (!CompactJws.TryParse(signed.Span, out var jws, out var error))
        {
            throw SecuringMechanism.NotVerified(error);
        }

        return method.Key.Algorithm == algorithm && jws.Header.KeyId == method.Id && jws.Header.Key is null
            ? jws
            : throw SecuringMechanism.NotVerified("The header names another key.");
    }
}
