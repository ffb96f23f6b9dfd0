using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.People;

/// <summary>
/// The codes of an authenticator app (RFC 6238: SHA-1, 30 seconds, 6 digits, which is what every app takes). Identity's own provider takes
/// a code again and again while its time lasts; here each counts once (RFC 6238 §5.2).
/// </summary>
internal sealed class OneTimeCodes(TimeProvider time) : IUserTwoFactorTokenProvider<PersonRow>
{
    private const int StepSeconds = 30;
    private const int Digits = 6;
    private const int Modulus = 1_000_000;

    /// <summary>The code of a step of the clock.</summary>
    internal static string CodeOf(ReadOnlySpan<byte> key, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // RFC 6238 §1.2: HMAC-SHA-1 is what authenticator apps compute; collisions do not matter in it.
        HMACSHA1.HashData(key, counter, hash);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xf)..]) & int.MaxValue;
        return (number % Modulus).ToString(CultureInfo.InvariantCulture).PadLeft(Digits, '0');
    }

    /// <summary>Whether a code is the one of this half minute or of a neighbour, for clocks that differ; it counts once.</summary>
    public async Task<bool> ValidateAsync(string purpose, string token, UserManager<PersonRow> manager, PersonRow user)
    {
        if (token.Length != Digits || await manager.GetAuthenticatorKeyAsync(user) is not { } secret)
        {
            return false;
        }

        var key = Base32.Decode(secret);
        var now = time.GetUtcNow().ToUnixTimeSeconds() / StepSeconds;
        for (var step = Math.Max(now - 1, user.LastCodeStep + 1); step <= now + 1; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(CodeOf(key, step)), Encoding.UTF8.GetBytes(token)))
            {
                user.LastCodeStep = step;

                // Two requests with one code: the second one finds the person changed.
                return (await manager.UpdateAsync(user)).Succeeded;
            }
        }

        return false;
    }

    public Task<string> GenerateAsync(string purpose, UserManager<PersonRow> manager, PersonRow user) => Task.FromResult("");

    public Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<PersonRow> manager, PersonRow user) => Task.FromResult(user.SecondFactor);
}
