using System.Text;
using Promote.Credentials.Formats.OpenBadges3;
using Promote.Credentials.Formats.OpenBadges3.Views;
using Promote.Credentials.LinkedData.Json;

namespace Promote.Credentials.Tests.Formats.OpenBadges3;

public sealed class AttainmentReaderTests
{
    [Fact]
    public void Results_evidence_and_narrative_are_read_with_what_they_refer_to()
    {
        var document = StrictJson.Parse(Golden.Read("open-badges-3/assessed-micro-credential.json")).RootElement;
        var attainment = AttainmentReader.Read(document);
        var described = Reader.Read(document).Achievement!.ResultDescriptions.Select(description => description.Id);

        Assert.Contains("92", attainment.Results.Select(result => result.Value));
        Assert.Contains("Completed", attainment.Results.Select(result => result.Value));
        Assert.All(attainment.Results, result => Assert.Contains(result.Description, described));
        Assert.Contains(attainment.Evidence, evidence => evidence.Id!.StartsWith("https://evidence.promote.example/", StringComparison.Ordinal));
        Assert.NotNull(attainment.Narrative);
        Assert.False(attainment.IsEmpty);
    }

    [Fact]
    public void A_strangers_compact_document_is_read_too()
    {
        var attainment = Read("""{"evidence":"https://x.example/e","credentialSubject":[{"result":{"achievedLevel":"urn:level:2"},"narrative":[{"@value":"Text","@language":"fr"}]}]}""");
        Assert.Equal(("https://x.example/e", "urn:level:2", "Text"), (Assert.Single(attainment.Evidence).Id, Assert.Single(attainment.Results).AchievedLevel, attainment.Narrative));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"evidence\":{},\"credentialSubject\":7}")]
    [InlineData("{\"evidence\":[1,null,[]],\"credentialSubject\":{\"result\":[null,1,{\"value\":{}}],\"narrative\":{}}}")]
    public void A_strange_document_is_read_without_a_throw(string json) => Assert.Null(Read(json).Narrative);

    private static AttainmentView Read(string json) => AttainmentReader.Read(StrictJson.Parse(Encoding.UTF8.GetBytes(json)).RootElement);
}
