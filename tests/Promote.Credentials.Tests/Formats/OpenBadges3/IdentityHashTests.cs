using Promote.Credentials.Formats.OpenBadges3;

namespace Promote.Credentials.Tests.Formats.OpenBadges3;

public sealed class IdentityHashTests
{
    [Theory] // digests that the Open Badges test fixtures publish
    [InlineData("a@example.com", "Kosher", "b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399")]
    [InlineData("jjefferson18@example.com", "FleurDeSel", "658625b25ab3d75d613ca97d9a5a77f70e2192feca5557f4ad09a4d4f121f5fc")]
    public void An_identifier_is_hashed_as_everybody_else_hashes_it(string identifier, string salt, string digest) =>
        Assert.Equal($"sha256${digest}", IdentityHash.Of(identifier, salt));

    [Fact]
    public void Two_salts_differ_and_have_128_bits()
    {
        var salt = IdentityHash.NewSalt();
        Assert.Equal(22, salt.Length);
        Assert.NotEqual(salt, IdentityHash.NewSalt());
    }
}
