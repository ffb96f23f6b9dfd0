using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Promote.Credentials.Server.Tests.VcApi;

/// <summary>A platform that has its own documents signed by the VC-API, with a key of one issuer.</summary>
internal sealed record Platform(HttpClient Client)
{
    public async Task<JsonObject> IssuedAsync(JsonObject credential, JsonObject? options)
    {
        using var answer = await IssueAsync(credential, options);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonObject>())!["verifiableCredential"]!.DeepClone().AsObject();
    }

    public Task<HttpResponseMessage> IssueAsync(JsonObject credential, JsonObject? options) =>
        Client.PostAsJsonAsync("/vc-api/credentials/issue", new JsonObject { ["credential"] = credential, ["options"] = options });

    public Task<HttpResponseMessage> VerifyAsync(JsonObject credential) =>
        Client.PostAsJsonAsync("/vc-api/credentials/verify", new JsonObject { ["verifiableCredential"] = credential.DeepClone() });

    public async Task<HttpStatusCode> ChangeAsync(JsonNode entry, bool status)
    {
        using var answer = await Client.PostAsJsonAsync("/vc-api/credentials/status", new JsonObject { ["credentialStatus"] = entry.DeepClone(), ["status"] = status });
        return answer.StatusCode;
    }

    // As a stranger reads it: base64url, gzip, the bit from the left.
    public async Task<bool> BitAsync(JsonNode entry)
    {
        var list = await Client.GetFromJsonAsync<JsonElement>(new Uri((string)entry["statusListCredential"]!).PathAndQuery);
        var subject = list.GetProperty("credentialSubject");
        Assert.Equal((string)entry["statusPurpose"]!, subject.GetProperty("statusPurpose").GetString());
        var packed = System.Buffers.Text.Base64Url.DecodeFromChars(subject.GetProperty("encodedList").GetString().AsSpan(1));
        using var unpacked = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(new MemoryStream(packed), System.IO.Compression.CompressionMode.Decompress))
        {
            await gzip.CopyToAsync(unpacked);
        }

        var index = int.Parse((string)entry["statusListIndex"]!, System.Globalization.CultureInfo.InvariantCulture);
        return (unpacked.ToArray()[index / 8] >> (7 - (index % 8)) & 1) == 1;
    }

    public async Task<string> DidAsync(string suite, string curve = "")
    {
        var did = (await Client.GetFromJsonAsync<JsonObject>("/vc-api/keys"))![suite]!;
        return (string)(curve.Length == 0 ? did : did[curve]!)!;
    }

    public async Task TurnAsync(bool on)
    {
        var issuer = (await Client.GetFromJsonAsync<JsonObject>("/api/v1/issuers"))!["items"]![0]!;
        var address = $"/api/v1/issuers/{(string)issuer["id"]!}";
        using var found = await Client.GetAsync(address);
        var profile = issuer["profile"]!.DeepClone();
        profile["vcApi"] = on;
        using var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = JsonContent.Create(profile) };
        request.Headers.TryAddWithoutValidation("If-Match", found.Headers.ETag!.ToString());
        using var answer = await Client.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}
