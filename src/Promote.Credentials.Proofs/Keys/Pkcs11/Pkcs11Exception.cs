using System.Security.Cryptography;

namespace Promote.Credentials.Proofs.Keys.Pkcs11;

/// <summary>A function of the module failed. It stays inside this folder: callers get a <see cref="KeyUnavailableException"/>.</summary>
internal sealed class Pkcs11Exception(string function, nuint result) : CryptographicException($"{function} answered {CkResult.Name(result)}.")
{
    /// <summary>See <see cref="CkResult"/>.</summary>
    public nuint Result { get; } = result;

    public static void ThrowUnless(nuint result, string function)
    {
        if (result != CkResult.Ok)
        {
            throw new Pkcs11Exception(function, result);
        }
    }
}
