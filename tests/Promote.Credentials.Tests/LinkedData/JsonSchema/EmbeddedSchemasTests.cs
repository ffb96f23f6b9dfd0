using System.Text;
using System.Text.Json;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.LinkedData.JsonSchema;

namespace Promote.Credentials.Tests.LinkedData.JsonSchema;

public sealed class EmbeddedSchemasTests
{
    [VectorsTheory]
    [InlineData("golden/promote-unsigned.json")]
    [InlineData("ob30/simple.json")]
    [InlineData("ob30/simple-did-key-method.json")]
    public void A_published_credential_is_valid(string path) =>
        Assert.Empty(EmbeddedSchemas.OpenBadges3AchievementCredential.Validate(Read("open-badges/" + path)));

    [VectorsFact]
    public void A_published_endorsement_is_valid_as_an_endorsement_only()
    {
        var endorsement = Read("open-badges/ob30/endorsement-valid.json");

        Assert.Empty(EmbeddedSchemas.OpenBadges3EndorsementCredential.Validate(endorsement));
        Assert.Contains(
            new SchemaViolation("/type", "contains", "Must contain an item that fits { \"enum\": [\"OpenBadgeCredential\", \"AchievementCredential\"] }."),
            EmbeddedSchemas.OpenBadges3AchievementCredential.Validate(endorsement));
    }

    [Fact]
    public void A_mistake_deep_inside_an_issuer_is_named_by_its_pointer()
    {
        var profile = Parse("""
            { "id": "https://a.example", "type": ["Profile"], "parentOrg": {
                "id": "https://b.example", "type": ["Profile"], "image": { "id": "x", "type": "Image", "alt/text": "" } } }
            """);

        var violation = Assert.Single(EmbeddedSchemas.OpenBadges3Profile.Validate(profile));
        Assert.Equal(new SchemaViolation("/parentOrg/image/alt~1text", "additionalProperties", "Is not allowed here."), violation);
    }

    [Fact]
    public void A_missing_member_is_named()
    {
        var violation = Assert.Single(EmbeddedSchemas.OpenBadges3Profile.Validate(Parse("""{ "type": ["Profile"] }""")));

        Assert.Equal(new SchemaViolation("", "required", "The member “id” is missing."), violation);
    }

    [Fact]
    public async Task One_schema_serves_many_threads()
    {
        var right = Parse("""{ "id": "https://a.example", "type": ["Profile"], "dateOfBirth": "1990-05-01" }""");
        var wrong = Parse("""{ "id": "https://a.example", "type": ["Profile"], "dateOfBirth": "1990-05-32" }""");

        await Parallel.ForAsync(0, 2_000, CancellationToken.None, (i, _) =>
        {
            var violations = EmbeddedSchemas.OpenBadges3Profile.Validate(i % 2 == 0 ? right : wrong);
            Assert.Equal(i % 2, violations.Count);
            return ValueTask.CompletedTask;
        });
    }

    private static JsonElement Read(string vector) => StrictJson.Parse(Vectors.Read(vector)).RootElement;

    private static JsonElement Parse(string json) => StrictJson.Parse(Encoding.UTF8.GetBytes(json)).RootElement;
}
