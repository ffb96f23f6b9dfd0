using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Promote.Credentials.Server.Issuing.Seals;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Tests.Fixtures;

namespace Promote.Credentials.Server.Tests.Issuing.Seals;

public sealed class TrustAnchorsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("promote-anchors-").FullName;

    [Fact]
    public void Without_a_folder_Development_trusts_its_own_authority_and_Production_nobody()
    {
        Assert.False(Assert.Single(TrustAnchors.Of(new SealSettings(), TestEnvironment.Development).All).IsQualified);
        Assert.Empty(TrustAnchors.Of(new SealSettings(), TestEnvironment.Production).All);
    }

    [Fact]
    public void PEM_and_DER_files_are_anchors_and_those_in_the_folder_qualified_are_qualified_ones()
    {
        Directory.CreateDirectory(Path.Combine(folder, "qualified"));
        using var one = Certificate("One");
        using var two = Certificate("Two");
        using var three = Certificate("Three");
        File.WriteAllText(Path.Combine(folder, "a.pem"), $"Two of them.\n{one.ExportCertificatePem()}\n{two.ExportCertificatePem()}\n");
        File.WriteAllBytes(Path.Combine(folder, "qualified", "b.cer"), three.RawData);
        File.WriteAllText(Path.Combine(folder, "README.txt"), "none");

        var anchors = TrustAnchors.Of(new SealSettings { TrustAnchors = folder }, TestEnvironment.Production).All;

        Assert.Equal([("One", false), ("Two", false), ("Three", true)], anchors.Select(anchor => (anchor.Name, anchor.IsQualified)));
    }

    [Fact]
    public void What_is_no_certificate_is_refused_by_its_name()
    {
        File.WriteAllText(Path.Combine(folder, "a.pem"), "no certificate");
        AssertRefused("a.pem");
    }

    [Fact]
    public void A_folder_that_is_not_there_is_refused() =>
        Assert.Throws<SettingsException>(() => TrustAnchors.Of(new SealSettings { TrustAnchors = "/nowhere" }, TestEnvironment.Production));

    [Fact]
    public void The_authority_of_keys_dev_is_refused_outside_Development()
    {
        File.WriteAllBytes(Path.Combine(folder, "a.der"), DevelopmentKeys.SealAuthority().ToArray());
        AssertRefused("test authority of keys-dev");
        Assert.Single(TrustAnchors.Of(new SealSettings { TrustAnchors = folder }, TestEnvironment.Development).All);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private void AssertRefused(string why)
    {
        var refused = Assert.Throws<SettingsException>(() => TrustAnchors.Of(new SealSettings { TrustAnchors = folder }, TestEnvironment.Production));
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
    }

    private static X509Certificate2 Certificate(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(90));
    }
}
