using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Web;

namespace Promote.Credentials.Server.People;

/// <summary>
/// Challenges between question and answer. Identity would keep them in a cookie that all nodes can open and that counts as often as it is
/// sent. Here each is a row, which whoever answers takes away: on any node, once, within five minutes.
/// </summary>
internal sealed class PasskeyChallenges(CredentialsDb db, TimeProvider time)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);

    /// <summary>Keeps what an answer will be checked against.</summary>
    /// <param name="purpose">What is asked for.</param>
    /// <param name="sessionId">The session in which it is asked; null where there is none yet.</param>
    /// <param name="state">What Identity wants to have back.</param>
    /// <param name="cancellationToken">Counts until it is stored.</param>
    /// <returns>What the browser brings back.</returns>
    public async Task<SecretToken> OpenAsync(PasskeyPurpose purpose, string? sessionId, string state, CancellationToken cancellationToken)
    {
        var now = time.GetStoredNow();
        await db.PasskeyChallenges.Where(row => row.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken);
        var token = SecretToken.Create();
        db.PasskeyChallenges.Add(new()
        {
            Id = RandomId.New(),
            Hash = token.Hash,
            State = SealedBytes.Seal(KeyOf(token), Encoding.UTF8.GetBytes(state), Place(purpose, sessionId)),
            ExpiresAt = now + Lasts,
        });
        await db.SaveChangesAsync(cancellationToken);
        return token;
    }

    /// <summary>Takes a challenge away, whatever becomes of the answer.</summary>
    /// <returns>What was kept; null where there is none, or not any more, or it was opened for something else.</returns>
    public async Task<string?> TakeAsync(string? token, PasskeyPurpose purpose, string? sessionId, CancellationToken cancellationToken)
    {
        if (!SecretToken.IsOne(token))
        {
            return null;
        }

        var secret = new SecretToken(token!);
        var hash = secret.Hash;
        var row = await db.PasskeyChallenges.AsNoTracking().SingleOrDefaultAsync(one => one.Hash == hash, cancellationToken);
        return row is not null && await db.PasskeyChallenges.Where(one => one.Hash == hash).ExecuteDeleteAsync(cancellationToken) == 1 && row.ExpiresAt > time.GetUtcNow()
            ? Open(secret, row.State, Place(purpose, sessionId))
            : null;
    }

    private static string? Open(SecretToken token, byte[] state, byte[] place)
    {
        try
        {
            return Encoding.UTF8.GetString(SealedBytes.Open(KeyOf(token), state, place));
        }
        catch (CryptographicException)
        {
            // Asked for another purpose, or in another session.
            return null;
        }
    }

    // Not the hash by which the row is found, which stands beside it.
    private static byte[] KeyOf(SecretToken token) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.ASCII.GetBytes(token.Text), SealedBytes.KeyBytes, info: "promote passkey challenge"u8.ToArray());

    private static byte[] Place(PasskeyPurpose purpose, string? sessionId) => Encoding.ASCII.GetBytes($"passkey_challenges.state:{purpose}:{sessionId}");
}
