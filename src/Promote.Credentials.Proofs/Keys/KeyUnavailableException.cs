using System.Security.Cryptography;

namespace Promote.Credentials.Proofs.Keys;

/// <summary>
/// A signing key cannot be used: its token is away, refuses the login, or holds no such key. The message is a sentence for the
/// operator, names the token and the key, and never holds a PIN. Signing again may succeed once the operator has acted.
/// </summary>
public sealed class KeyUnavailableException : CryptographicException
{
    /// <summary>With a sentence for the operator.</summary>
    public KeyUnavailableException(string message)
        : base(message)
    {
    }

    /// <summary>With a sentence for the operator and what the device answered.</summary>
    public KeyUnavailableException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
