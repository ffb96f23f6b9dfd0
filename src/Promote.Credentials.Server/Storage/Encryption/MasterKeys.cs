using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Promote.Credentials.Server.Settings;

namespace Promote.Credentials.Server.Storage.Encryption;

/// <summary>The keys from the configuration that wrap all others. New keys are wrapped by the first, older ones open what they once wrapped.</summary>
internal sealed class MasterKeys
{
    private readonly FrozenDictionary<string, byte[]> keys;

    private MasterKeys(IReadOnlyList<byte[]> material)
    {
        CurrentId = IdOf(material[0]);
        keys = material.DistinctBy(IdOf).ToFrozenDictionary(IdOf);
    }

    /// <summary>Id of the key that wraps new ones; follows from the key, so that nobody has to name it.</summary>
    public string CurrentId { get; }

    /// <exception cref="SettingsException">No master key where one is needed, one that is not a key, or the public development key.</exception>
    public static MasterKeys From(PromoteSettings settings, IHostEnvironment environment)
    {
        var development = DevelopmentKeys.Master();
        if (settings.MasterKey is null)
        {
            return environment.IsDevelopment()
                ? new MasterKeys([development, .. settings.PreviousMasterKeys.Select(Decode)])
                : throw new SettingsException("Promote__MasterKey is not set: set it to the base64 of 32 random bytes, for example from `openssl rand -base64 32`.");
        }

        List<byte[]> given = [Decode(settings.MasterKey), .. settings.PreviousMasterKeys.Select(Decode)];
        if (!environment.IsDevelopment() && given.Exists(key => key.AsSpan().SequenceEqual(development)))
        {
            throw new SettingsException("Promote__MasterKey is the public key of keys-dev: set it to 32 random bytes of your own, for example from `openssl rand -base64 32`.");
        }

        return new MasterKeys(given);
    }

    /// <summary>Wraps a key for the place where it will be kept.</summary>
    public byte[] Wrap(ReadOnlySpan<byte> key, ReadOnlySpan<byte> place) => SealedBytes.Seal(keys[CurrentId], key, place);

    /// <exception cref="SettingsException">The configuration lacks the master key that wrapped it.</exception>
    public byte[] Unwrap(string keyId, ReadOnlySpan<byte> wrapped, ReadOnlySpan<byte> place) =>
        keys.TryGetValue(keyId, out var key)
            ? SealedBytes.Open(key, wrapped, place)
            : throw new SettingsException($"The database holds keys that the master key {keyId} wraps: set it as Promote__MasterKey or Promote__PreviousMasterKeys__0.");

    private static string IdOf(byte[] key) =>
        Convert.ToHexStringLower(HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 4, info: Encoding.ASCII.GetBytes("promote master key id")));

    private static byte[] Decode(string base64)
    {
        var key = new byte[SealedBytes.KeyBytes];
        return Convert.TryFromBase64String(base64, key, out var written) && written == key.Length
            ? key
            : throw new SettingsException("Promote__MasterKey and Promote__PreviousMasterKeys__0 and so on have to be the base64 of exactly 32 bytes.");
    }
}
