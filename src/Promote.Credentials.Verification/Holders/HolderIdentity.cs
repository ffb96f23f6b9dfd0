using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Promote.Credentials.Verification.Holders;

/// <summary>One thing by which a document knows whom it was issued to.</summary>
/// <param name="IsAddress">Whether it is an e-mail address; else a name.</param>
/// <param name="Value">The identity, or its hash.</param>
/// <param name="IsHashed">Whether it is a hash: <c>sha256$</c> or <c>md5$</c> and hex digits.</param>
/// <param name="Salt">What was put behind the identity before it was hashed.</param>
internal sealed record HolderIdentity(bool IsAddress, string Value, bool IsHashed, string? Salt)
{
    /// <summary>Whether it is this person. No spelling is guessed, but letters of either case and spaces between names do not count.</summary>
    internal bool Is(string person) => IsHashed
        ? Spellings(person).Any(spelling => Hashes(spelling))
        : IsSame(Plain(person), Plain(Value));

    // Digests are compared, in a time that does not depend on them: how long an answer takes does not tell how near a guess is.
    private static bool IsSame(string person, string recorded) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(person.ToUpperInvariant())), SHA256.HashData(Encoding.UTF8.GetBytes(recorded.ToUpperInvariant())));

    // The standard hashes what the issuer wrote, and issuers write addresses in lower case or as they were given.
    private static IEnumerable<string> Spellings(string person) =>
        new[] { person, person.ToLowerInvariant(), Plain(person) }.Distinct(StringComparer.Ordinal);

    private bool Hashes(string spelling)
    {
        var bytes = Encoding.UTF8.GetBytes(spelling + Salt);
        var digest = Value.Split('$', 2) switch
        {
            ["sha256", _] => SHA256.HashData(bytes),
#pragma warning disable CA5351 // MD5 is one of the two hashes of the standard; it decides nothing but whether a name matches.
            ["md5", _] => MD5.HashData(bytes),
#pragma warning restore CA5351
            _ => [],
        };
        return digest.Length > 0 && CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(Convert.ToHexStringLower(digest)), Encoding.ASCII.GetBytes(Value.Split('$', 2)[1].ToLower(CultureInfo.InvariantCulture)));
    }

    private static string Plain(string name) => string.Join(' ', name.Normalize(NormalizationForm.FormC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
