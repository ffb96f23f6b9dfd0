using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Promote.Credentials.Formats.StatusLists;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Proofs.DataIntegrity;
using Promote.Credentials.Proofs.Dids;
using Promote.Credentials.Server.Tests.Fixtures;

namespace Promote.Credentials.Server.Tests.Status;

/// <summary>An award of a running service, and what others see of it.</summary>
internal sealed record Given(TestedService Service, string Id, string PublicId, string HolderId)
{
    public static readonly (string Name, string? Value) SameAddress = ("Promote__PublicBaseUrl", "http://127.0.0.1:5000");

    public static async Task<Given> AwardAsync(TestedService service, Seed seed, string person = "ioana", params string[] formats)
    {
        var body = AwardRequest.For(seed, person);
        if (formats.Length > 0)
        {
            body["formats"] = JsonSerializer.SerializeToNode(formats);
        }

        using var answer = await AwardRequest.SendAsync(service.Client, body);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return Of(service, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    public static Given Of(TestedService service, JsonElement award) => new(
        service, award.GetProperty("id").GetString()!, LastPart(award, "verification"), LastPart(award, "credential"));

    public Given At(TestedService other) => this with { Service = other };

    public Task<HttpResponseMessage> PostAsync(string operation, object body, string? idempotencyKey = null) => PostAsync(operation, JsonSerializer.Serialize(body), idempotencyKey);

    public async Task<HttpResponseMessage> PostAsync(string operation, string json, string? idempotencyKey = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/awards/{Id}/{operation}") { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        if (idempotencyKey is not null)
        {
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        }

        return await Service.Client.SendAsync(request);
    }

    public async Task<JsonElement> ChangeAsync(string operation, string reason)
    {
        using var answer = await PostAsync(operation, new { reason });
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public Task<JsonElement> ReadAsync() => Service.Client.GetFromJsonAsync<JsonElement>($"/api/v1/awards/{Id}");

    /// <summary>What is told of an award, but for its mail, which goes out meanwhile.</summary>
    public static string WithoutDelivery(JsonElement award)
    {
        var told = JsonObject.Create(award)!;
        told.Remove("delivery");
        return told.ToJsonString();
    }

    /// <summary>The JSON of the verification page.</summary>
    public async Task<JsonElement> ReportAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v/{PublicId}");
        request.Headers.Add("Accept", "application/json");
        using var answer = await Service.Anonymous.SendAsync(request);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public async Task<(string Outcome, string Status)> VerdictAsync()
    {
        var report = await ReportAsync();
        return (report.GetProperty("outcome").GetString()!, report.GetProperty("checks").EnumerateArray().Single(check => check.GetProperty("id").GetString() == "status").GetProperty("outcome").GetString()!);
    }

    public Task<string> PageAsync(string path) => Service.Anonymous.GetStringAsync(path);

    public async Task<JsonElement> DocumentAsync(string format = "ob3") => JsonSerializer.Deserialize<JsonElement>(await Service.Anonymous.GetStringAsync($"/credentials/{HolderId}?format={format}"));

    /// <summary>The documents' bits as the database has them: (list, index).</summary>
    public async Task<IReadOnlyList<(string List, int Index)>> PlacesAsync() =>
        [.. (await Service.Database.QueryAsync($"SELECT status_list_id, status_index FROM credentials WHERE award_id = '{Id}'")).Select(row => ((string)row[0], Convert.ToInt32(row[1], null)))];

    /// <summary>Whether the published lists say that the bits of all documents are set; fails where they differ.</summary>
    public async Task<bool> IsSetAsync()
    {
        var bits = new List<bool>();
        foreach (var (list, index) in await PlacesAsync())
        {
            bits.Add((await ListAsync(Service, list))[index]);
        }

        return Assert.Single(bits.Distinct());
    }

    /// <summary>A published list, whose signature holds.</summary>
    public static async Task<BitstringStatusList> ListAsync(TestedService service, string list)
    {
        using var document = StrictJson.Parse(await service.Anonymous.GetByteArrayAsync($"/status/{list}"));
        var issuer = document.RootElement.GetProperty("issuer").GetString()!;
        Assert.True(DidKey.TryResolve(issuer, out var did));
        var result = Assert.Single(DataIntegrityProof.Verify(
            document.RootElement, did.VerificationMethods.ToDictionary(method => method.Id), new ProofVerificationOptions { Now = DateTimeOffset.MaxValue, ExpectedController = issuer }));
        Assert.True(result.Verified, result.Detail);
        var encoded = document.RootElement.GetProperty("credentialSubject").GetProperty("encodedList").GetString()!;
        Assert.True(BitstringStatusList.TryDecode(encoded, out var bits, out var fault), fault.ToString());
        return bits;
    }

    private static string LastPart(JsonElement award, string link) => award.GetProperty("links").GetProperty(link).GetString()!.Split('/')[^1];
}
