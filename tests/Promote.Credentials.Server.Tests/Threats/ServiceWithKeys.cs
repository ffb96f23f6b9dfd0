using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Promote.Credentials.Proofs.Keys;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Threats;

/// <summary>A service whose issuers have key files of their own, as in production.</summary>
public sealed class ServiceWithKeys : AttackedService
{
    internal KeyFiles Files { get; } = new();

    protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["Promote:PublicBaseUrl"] = Address, ["Promote:KeysDirectory"] = Files.Directory, ["Promote:KeysPassword"] = KeyFiles.Password,
    };

    public override async Task InitializeAsync()
    {
        Files.Add("cove-ro.pem", KeyAlgorithm.Ed25519);
        Files.Add("cove-lt.pem", KeyAlgorithm.Ed25519);
        await base.InitializeAsync();
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        Files.Dispose();
    }

    /// <summary>A new issuer with a key for embedded proofs and one for JWTs, of which a thief has a copy.</summary>
    internal async Task<IssuerWithKeys> AdmitAsync(ECDsa stolen)
    {
        var slug = $"x{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6))}";
        Files.Add($"{slug}.pem", KeyAlgorithm.Ed25519);
        Files.Add($"{slug}.p256.pem", stolen);
        using var answer = await Operator.PostAsync("/api/v1/issuers", Samples.Json(Samples.IssuerJson(slug)));
        var created = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        return new IssuerWithKeys(this, slug, ClientWith(created.GetProperty("key").GetString()!), await AchievementAsync(created.GetProperty("key").GetString()!));
    }

    private async Task<string> AchievementAsync(string key)
    {
        using var client = ClientWith(key);
        using var created = await client.PostAsync("/api/v1/achievements", Samples.Json(Samples.Achievement));
        var id = (await created.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
        using var published = await client.PostAsync($"/api/v1/achievements/{id}/publish", null);
        published.EnsureSuccessStatusCode();
        return id;
    }
}
