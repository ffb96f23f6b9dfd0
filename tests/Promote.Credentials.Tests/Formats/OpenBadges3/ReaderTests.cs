using System.Text;
using System.Text.Json;
using Promote.Credentials.Formats.OpenBadges3;
using Promote.Credentials.Formats.OpenBadges3.Views;
using Promote.Credentials.LinkedData.Json;

namespace Promote.Credentials.Tests.Formats.OpenBadges3;

public sealed class ReaderTests
{
    [Fact]
    public void Everything_about_achievement_issuer_and_dates_is_read()
    {
        var badge = Read(Golden.Read("open-badges-3/assessed-micro-credential.json"));
        Assert.Equal("https://credentials.promote.example/v/q2mQ0v6cTk-3Wn1bYx9sZA", badge.Id);
        Assert.Equal(["VerifiableCredential", "OpenBadgeCredential"], badge.Types);
        Assert.Equal(("2026-11-20T09:30:15Z", "2028-11-20T00:00:00Z"), (badge.ValidFrom, badge.ValidUntil));
        Assert.Equal(("2026-09-01T00:00:00Z", "2026-11-15T00:00:00Z"), (badge.ActivityStartDate, badge.ActivityEndDate));
        Assert.Equal(("RO", "https://cove-ro.promote.example/logo.svg"), (badge.Issuer.Country, badge.Issuer.Image));
        var achievement = badge.Achievement!;
        Assert.Equal(("MicroCredential", "ro", "3", "2.5"), (achievement.Type, achievement.Language, achievement.Version, achievement.Credits));
        Assert.Equal(20, achievement.Alignments.Count);
        Assert.Equal(("agent penitenciar", "ext:ESCOOccupation"), (achievement.Alignments[5].Name, achievement.Alignments[5].Type));
        Assert.Equal(["Beginning", "Competent", "Mastered"], achievement.ResultDescriptions[1].AllowedValues);
        Assert.Equal([(null, "Open Badges v2p0"), ("en", null)], achievement.Related.Select(related => (related.Language, related.Version)));
    }

    [Fact]
    public void Nothing_about_the_person_is_read()
    {
        var badge = Read(Golden.Read("open-badges-3/assessed-micro-credential.json"));
        var seen = JsonSerializer.Serialize(badge);
        foreach (var secret in (string[])["ee2c2159", "hT7vP0xWq5mKcR2nLd8sYg", "condus", "evidence.promote.example", "Completed", "\"92\""])
        {
            Assert.DoesNotContain(secret, seen, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_strangers_compact_document_is_read_too()
    {
        var badge = Read("""
            {"type":"VerifiableCredential","issuer":"did:key:z6Mk","name":[{"@value":"Nom","@language":"fr"}],
             "credentialSubject":[{"achievement":{"name":"A","image":"https://x.example/i.png","criteria":"https://x.example/c","tag":"one","alignment":{"targetName":"T"}}}]}
            """u8.ToArray());
        Assert.Equal(("did:key:z6Mk", "Nom"), (badge.Issuer.Id, badge.Name));
        Assert.Equal(("https://x.example/i.png", "https://x.example/c"), (badge.Achievement!.Image, badge.Achievement.CriteriaUrl));
        Assert.Equal(["one"], badge.Achievement.Tags);
        Assert.Equal("T", Assert.Single(badge.Achievement.Alignments).Name);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("{\"issuer\":[],\"credentialSubject\":7,\"type\":{},\"validFrom\":[[]]}")]
    [InlineData("{\"credentialSubject\":{\"achievement\":{\"alignment\":[1,null],\"tag\":[{}],\"criteria\":null,\"creditsAvailable\":{}}}}")]
    public void A_strange_document_is_read_without_a_throw(string json) => Assert.Null(Read(Encoding.UTF8.GetBytes(json)).Name);

    [Theory]
    [InlineData("https://example.org/a", true)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("data:text/html,x", false)]
    [InlineData("/relative", false)]
    [InlineData(null, false)]
    public void Only_web_addresses_become_links(string? address, bool isLink) => Assert.Equal(isLink, Reader.WebLink(address) is not null);

    private static BadgeView Read(byte[] json)
    {
        using var document = StrictJson.Parse(json);
        return Reader.Read(document.RootElement);
    }
}
