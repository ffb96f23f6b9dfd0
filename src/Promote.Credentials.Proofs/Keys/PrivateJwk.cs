using System.Security.Cryptography;
using System.Text.Json;

namespace Promote.Credentials.Proofs.Keys;

/// <summary>Private JWK → private key. Only development keys come this way: a file for Production is encrypted.</summary>
internal static class PrivateJwk
{
    /// <exception cref="FormatException">A member is missing, or not base64url in its one form.</exception>
    /// <exception cref="CryptographicException">The members make no key, or not one key.</exception>
    public static PrivateKey Read(JsonElement jwk) =>
        (PublicJwk.Text(jwk, "kty"), PublicJwk.Text(jwk, "crv")) switch
        {
            ("OKP", "Ed25519") => Ed25519(jwk),
            ("EC", var curve) when EcCurve.Find(curve) is { } known => new EcdsaPrivateKey(Ecdsa(jwk, known)),
            ("RSA", "") => new RsaPrivateKey(Rsa(jwk)),
            _ => throw new FormatException("A development key is of kty OKP with Ed25519, EC with P-256 or P-384, or RSA."),
        };

    private static Ed25519PrivateKey Ed25519(JsonElement jwk)
    {
        byte[] x = Octets(jwk, "x");
        Ed25519PrivateKey key = Ed25519PrivateKey.FromSeed(Octets(jwk, "d"));
        if (key.PublicKey.Bytes.Span.SequenceEqual(x))
        {
            return key;
        }
        key.Dispose();
        throw new FormatException("The member x is not the public part of d.");
    }

    private static ECDsa Ecdsa(JsonElement jwk, EcCurve curve)
    {
        byte[] d = Octets(jwk, "d");
        var parameters = new ECParameters
        {
            Curve = curve.Parameters,
            Q = new ECPoint { X = Octets(jwk, "x"), Y = Octets(jwk, "y") },
            D = d,
        };
        try
        {
            return ECDsa.Create(parameters);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(d);
        }
    }

    private static RSA Rsa(JsonElement jwk)
    {
        var parameters = new RSAParameters
        {
            Modulus = Octets(jwk, "n"),
            Exponent = Octets(jwk, "e"),
            D = Octets(jwk, "d"),
            P = Octets(jwk, "p"),
            Q = Octets(jwk, "q"),
            DP = Octets(jwk, "dp"),
            DQ = Octets(jwk, "dq"),
            InverseQ = Octets(jwk, "qi"),
        };
        try
        {
            return RSA.Create(parameters);
        }
        finally
        {
            foreach (byte[]? secret in new[] { parameters.D, parameters.P, parameters.Q, parameters.DP, parameters.DQ, parameters.InverseQ })
            {
                CryptographicOperations.ZeroMemory(secret);
            }
        }
    }

    private static byte[] Octets(JsonElement jwk, string name) => PublicJwk.TryOctets(jwk, name, out byte[]? octets)
        ? octets
        : throw new FormatException($"The member {name} is not base64url.");
}
