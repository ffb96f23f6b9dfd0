using System.Numerics;
using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;
using Promote.Credentials.Proofs.Ed25519;

namespace Promote.Credentials.Tests.Proofs.Ed25519;

public sealed class Ed25519BackendTests
{
    private static readonly byte[] Seed = SHA256.HashData("a seed for tests"u8);

    /// <summary>The order of the base point (RFC 8032 §5.1).</summary>
    private static readonly BigInteger Order = BigInteger.Pow(2, 252) + BigInteger.Parse("27742317777372353535851937790883648493", null);

    public static TheoryData<string> Names() => [.. Ed25519Backend.Present.Select(backend => backend.Name)];

    [Fact]
    public void The_preferred_backend_that_loads_is_the_one_in_use()
    {
        string[] inOrder = ["NSec", "libsodium", "libcrypto"];
        string[] present = [.. Ed25519Backend.Present.Select(backend => backend.Name)];

        Assert.Equal(inOrder.Where(present.Contains), present);
        Assert.Equal(present[0], Ed25519Backend.Name);
        Assert.Contains("libcrypto", present);
    }

    [Fact]
    public void All_backends_make_the_same_signature() => Prop.ForAll(
        ArbMap.Default.ArbFor<byte[]>(),
        ArbMap.Default.ArbFor<byte[]>(),
        (secret, data) =>
        {
            byte[] seed = SHA256.HashData(secret);
            string[] made = [.. Ed25519Backend.Present.Select(backend => Sign(backend, seed, data)).Distinct()];
            byte[] signature = Convert.FromHexString(made[0]);
            return made.Length == 1 && Ed25519Backend.Present.All(backend => backend.Verify(PublicKeyOf(backend, seed), data, signature));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [MemberData(nameof(Names))]
    public void A_signature_with_any_bit_changed_is_refused(string name)
    {
        IEd25519 backend = Backends.Named(name);
        byte[] publicKey = PublicKeyOf(backend, Seed);
        byte[] signature = Convert.FromHexString(Sign(backend, Seed, "claim"u8));
        for (int bit = 0; bit < signature.Length * 8; bit++)
        {
            signature[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(backend.Verify(publicKey, "claim"u8, signature));
            signature[bit / 8] ^= (byte)(1 << (bit % 8));
        }
        Assert.True(backend.Verify(publicKey, "claim"u8, signature));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_signature_whose_S_is_not_reduced_is_refused(string name)
    {
        IEd25519 backend = Backends.Named(name);
        byte[] signature = Convert.FromHexString(Sign(backend, Seed, "claim"u8));
        BigInteger s = new BigInteger(signature.AsSpan(32), isUnsigned: true) + Order;
        Assert.True(s.TryWriteBytes(signature.AsSpan(32), out _, isUnsigned: true));

        Assert.False(backend.Verify(PublicKeyOf(backend, Seed), "claim"u8, signature));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_signature_of_zeros_is_refused(string name)
    {
        IEd25519 backend = Backends.Named(name);
        Assert.False(backend.Verify(PublicKeyOf(backend, Seed), "claim"u8, new byte[Ed25519Sizes.Signature]));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_disposed_key_signs_no_more(string name)
    {
        IEd25519Key key = Backends.Named(name).Import(Seed);
        key.Dispose();
        Assert.Throws<ObjectDisposedException>(() => key.Sign("claim"u8, new byte[Ed25519Sizes.Signature]));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void One_key_signs_on_many_threads(string name)
    {
        IEd25519 backend = Backends.Named(name);
        using IEd25519Key key = backend.Import(Seed);
        string expected = Sign(backend, Seed, "claim"u8);
        Parallel.For(0, 500, _ =>
        {
            byte[] signature = new byte[Ed25519Sizes.Signature];
            key.Sign("claim"u8, signature);
            Assert.Equal(expected, Convert.ToHexString(signature));
        });
    }

    private static string Sign(IEd25519 backend, byte[] seed, ReadOnlySpan<byte> data)
    {
        using IEd25519Key key = backend.Import(seed);
        byte[] signature = new byte[Ed25519Sizes.Signature];
        key.Sign(data, signature);
        return Convert.ToHexString(signature);
    }

    private static byte[] PublicKeyOf(IEd25519 backend, byte[] seed)
    {
        using IEd25519Key key = backend.Import(seed);
        return key.PublicKey.ToArray();
    }
}
