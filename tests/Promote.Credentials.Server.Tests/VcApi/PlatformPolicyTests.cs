using System.Text.Json.Nodes;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Server.Issuing;
using Promote.Credentials.Tests.Formats.DataModel;

namespace Promote.Credentials.Server.Tests.VcApi;

/// <summary>No way round an achievement's policy: credentials about learning are issued as awards.</summary>
public sealed class PlatformPolicyTests
{
    private const string OpenBadges = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";
    private const string OpenBadge = "https://purl.imsglobal.org/spec/vc/ob/vocab.html#OpenBadgeCredential";
    private const string Europass = "http://data.europa.eu/snb/model/elm/EuropeanDigitalCredential";

    [Theory]
    [InlineData("OpenBadgeCredential", null)]
    [InlineData("AchievementCredential", null)]
    [InlineData(OpenBadge, null)]
    [InlineData(Europass, null)]
    [InlineData("Harmless", OpenBadge)]
    [InlineData("Harmless", Europass)]
    public void Outside_Development_a_badge_is_not_signed_whatever_it_is_called(string type, string? meaning)
    {
        var document = DataModelCases.Document("as it is", "did:example:issuer");
        document["type"] = new JsonArray("VerifiableCredential", type);
        document["@context"]!.AsArray().Add(meaning is null ? JsonValue.Create(OpenBadges) : new JsonObject { [type] = meaning });

        Assert.Equal(RefusalCode.Forbidden, WhyNot(document, Environments.Production)?.Code);
        Assert.Null(WhyNot(document, Environments.Development));
    }

    [Fact]
    public void A_badge_inside_another_credential_is_not_signed_either()
    {
        var document = DataModelCases.Document("as it is", "did:example:issuer");
        document["credentialSubject"] = new JsonObject { ["id"] = "urn:example:badge", ["type"] = OpenBadge };

        Assert.NotNull(WhyNot(document, Environments.Production));
    }

    [Fact]
    public void Any_other_credential_is_signed() => Assert.Null(WhyNot(DataModelCases.Document("as it is", "did:example:issuer"), Environments.Production));

    private static Refusal? WhyNot(JsonObject document, string environment)
    {
        using var json = StrictJson.Parse(System.Text.Encoding.UTF8.GetBytes(document.ToJsonString()));
        return new PlatformPolicy(new At(environment)).WhyNot(json.RootElement);
    }

    private sealed class At(string environment) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = environment;

        public string ApplicationName { get; set; } = "tests";

        public string ContentRootPath { get; set; } = "/";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
