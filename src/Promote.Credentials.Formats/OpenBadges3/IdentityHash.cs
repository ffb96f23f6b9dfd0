using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Promote.Credentials.Formats.OpenBadges3;

/// <summary>The hashed identifier of an OB 3.0 IdentityObject: <c>sha256$</c> and the hex digest of identifier and salt, with nothing between them.</summary>
public static class IdentityHash
{
    private const string Prefix = "sha256$";
    private const int SaltBytes = 16;

    /// <summary>A new 128-bit random salt, 22 characters base64url.</summary>
    public static string NewSalt()
    {
        Span<byte> random = stackalloc byte[SaltBytes];
        RandomBits.Fill(random);
        return Base64Url.EncodeToString(random);
    }

    /// <summary>Hashes an identifier exactly as given: OB 3.0 knows no normalisation, not even of case.</summary>
    public static string Of(string identifier, string salt) =>
        Prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identifier + salt)));
}
