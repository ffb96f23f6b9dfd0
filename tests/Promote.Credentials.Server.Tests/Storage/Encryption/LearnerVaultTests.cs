using System.Security.Cryptography;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Tests.Fixtures;
using Column = Promote.Credentials.Server.Storage.Encryption.LearnerKey.Column;

namespace Promote.Credentials.Server.Tests.Storage.Encryption;

public sealed class LearnerVaultTests
{
    private const string Learner = "AAAAAAAAAAAAAAAAAAAAAA";
    private static readonly byte[] Plain = [.. "Țepeș-Müller"u8];

    private readonly LearnerVault vault = Ledger.Vault;

    [Fact]
    public void What_a_learners_key_encrypts_it_decrypts_at_the_same_place()
    {
        using var key = vault.New(Learner, out var wrapped);
        var encrypted = key.Encrypt(Column.AwardDetails, "row", Plain);

        using var opened = vault.Open(Learner, vault.KeyId, wrapped)!;

        Assert.Equal(Plain, opened.Decrypt(Column.AwardDetails, "row", encrypted));
        Assert.NotEqual(encrypted, key.Encrypt(Column.AwardDetails, "row", Plain));
        Assert.Equal(-1, encrypted.AsSpan().IndexOf("Müller"u8));
    }

    [Fact]
    public void A_value_copied_to_another_row_or_column_does_not_open()
    {
        using var key = vault.New(Learner, out _);
        var encrypted = key.Encrypt(Column.AwardDetails, "row", Plain);

        Assert.ThrowsAny<CryptographicException>(() => key.Decrypt(Column.AwardDetails, "another", encrypted));
        Assert.ThrowsAny<CryptographicException>(() => key.Decrypt(Column.CredentialIntent, "row", encrypted));
    }

    [Fact]
    public void Every_changed_bit_and_every_cut_is_noticed()
    {
        using var key = vault.New(Learner, out _);
        var encrypted = key.Encrypt(Column.AwardDetails, "row", Plain);

        for (var bit = 0; bit < encrypted.Length * 8; bit++)
        {
            var changed = (byte[])encrypted.Clone();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.ThrowsAny<CryptographicException>(() => key.Decrypt(Column.AwardDetails, "row", changed));
        }

        for (var length = 0; length < encrypted.Length; length++)
        {
            Assert.ThrowsAny<CryptographicException>(() => key.Decrypt(Column.AwardDetails, "row", encrypted.AsSpan(0, length)));
        }
    }

    [Fact]
    public void A_key_copied_to_another_learner_does_not_open()
    {
        using var key = vault.New(Learner, out var wrapped);

        Assert.ThrowsAny<CryptographicException>(() => vault.Open("BBBBBBBBBBBBBBBBBBBBBB", vault.KeyId, wrapped));
    }

    [Fact]
    public void An_erased_learner_has_no_key() => Assert.Null(vault.Open(Learner, vault.KeyId, null));

    [Fact]
    public void The_hash_of_a_body_is_another_one_for_another_learner()
    {
        using var one = vault.New(Learner, out _);
        using var two = vault.New(Learner, out _);

        Assert.Equal(one.Hash(Plain), one.Hash(Plain));
        Assert.NotEqual(one.Hash(Plain), two.Hash(Plain));
    }
}
