using Promote.Credentials.Proofs.Jades;

namespace Promote.Credentials.Tests.Proofs.Jades;

/// <summary>Seals for the judges of <c>tests/Interop</c>, which run after these tests.</summary>
public sealed class HandedSealsTests
{
    private static readonly string? Artifacts = Environment.GetEnvironmentVariable("PROMOTE_TEST_ARTIFACTS");

    [Theory]
    [InlineData(DevelopmentSeals.Rsa)]
    [InlineData(DevelopmentSeals.P256)]
    public void A_seal_is_handed_over(string name)
    {
        using SealKey key = DevelopmentSeals.Open(name);
        byte[] document = JadesSeal.Sign("""{"id":"urn:credential:1","title":{"ro":"Siguranță dinamică","lt":"„Saugumas“"},"line":"a\nb\"\\"}"""u8, key, DevelopmentSeals.Now);
        Assert.True(JadesSeal.TryRead(document, out SealReading? seal, out _));
        Assert.True(seal.Verify([], DevelopmentSeals.Now).Intact.Holds);
        if (Artifacts is { Length: > 0 })
        {
            string folder = Directory.CreateDirectory(Path.Combine(Artifacts, "seals")).FullName;
            File.WriteAllBytes(Path.Combine(folder, $"{name}.json"), document);
        }
    }
}
