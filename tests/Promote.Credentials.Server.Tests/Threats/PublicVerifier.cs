using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Promote.Credentials.Server.Tests.Threats;

/// <summary>The service as an attacker meets it: every door at which anybody may have something verified, and a web that the attacker owns.</summary>
public sealed class PublicVerifier : AttackedService
{
    private static readonly string[] Doors = ["/api/v1/verify", "/api/v1/verify?profile=strict", CredentialDoor, PresentationDoor];

    internal const string CredentialDoor = "/vc-api/credentials/verify";

    internal const string PresentationDoor = "/vc-api/presentations/verify";

    /// <summary>No door takes it, and none breaks.</summary>
    internal async Task RefusesAsync(byte[] document)
    {
        foreach (var door in Doors)
        {
            var (status, body) = await HandInAsync(door, document);
            Assert.True(status < 500, $"{door} answered {status}: {body}");
            Assert.False(Accepts(body), $"{door} accepted it: {body}");
        }
    }

    internal Task RefusesAsync(string document) => RefusesAsync(Encoding.UTF8.GetBytes(document));

    /// <summary>The same without what makes it an attack is fine: only so does a refusal prove anything.</summary>
    internal async Task TakesAsync(byte[] document)
    {
        var (status, body) = await HandInAsync(Doors[0], document);
        Assert.True(status == 200 && body.Contains("\"outcome\":\"valid", StringComparison.Ordinal), body);
    }

    /// <summary>The report; fails where there is none.</summary>
    internal async Task<JsonElement> ReportAsync(byte[] document, string door = "/api/v1/verify")
    {
        var (status, body) = await HandInAsync(door, document);
        Assert.True(status == 200, body);
        return JsonSerializer.Deserialize<JsonElement>(body);
    }

    /// <summary>Hands something in at a door, in the way of that door.</summary>
    internal async Task<(int Status, string Body)> HandInAsync(string door, byte[] document)
    {
        using var content = new ByteArrayContent(door switch
        {
            CredentialDoor => Wrapped("verifiableCredential", "EnvelopedVerifiableCredential", "data:application/vc+jwt,", document),
            PresentationDoor => Wrapped("verifiablePresentation", "EnvelopedVerifiablePresentation", "data:application/vp+jwt,", document),
            _ => document,
        });
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var answer = await Anonymous.PostAsync(door, content);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    internal static bool Accepts(string body) =>
        body.Contains("\"outcome\":\"valid", StringComparison.Ordinal) || body.Contains("\"verified\":true", StringComparison.Ordinal);

    // The bytes go in as they are, for a duplicate member must not get lost on the way.
    private static byte[] Wrapped(string member, string type, string prefix, byte[] document)
    {
        var inner = document.AsSpan().StartsWith("{"u8) ? document : Encoding.UTF8.GetBytes(new JsonObject
        {
            ["@context"] = new JsonArray("https://www.w3.org/ns/credentials/v2"), ["id"] = prefix + Encoding.Latin1.GetString(document), ["type"] = type,
        }.ToJsonString());
        return [.. Encoding.UTF8.GetBytes($"{{\"{member}\":"), .. inner, .. "}"u8];
    }
}

/// <summary>One service for all who attack it.</summary>
[CollectionDefinition(Name)]
#pragma warning disable CA1711 // xunit calls it so.
public sealed class PublicVerifierCollection : ICollectionFixture<PublicVerifier>
{
    public const string Name = "public verifier";
}
