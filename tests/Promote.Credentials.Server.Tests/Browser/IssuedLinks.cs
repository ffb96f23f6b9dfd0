using System.Net.Http.Json;
using System.Text.Json;
using Promote.Credentials.Server.Tests.Fixtures;

namespace Promote.Credentials.Server.Tests.Browser;

/// <summary>The links in the answer to <c>POST /api/v1/awards</c>.</summary>
internal sealed record IssuedLinks(string Credential, string Verification, string Qr)
{
    public string PublicId => Verification[(Verification.LastIndexOf('/') + 1)..];

    public static async Task<IssuedLinks> IssueAsync(TestedService service, string achievementId, string resultDescription)
    {
        var body = AwardRequest.For(new Seed("", achievementId, ""));
        body["results"]![0]!["resultDescription"] = resultDescription;
        using var answer = await AwardRequest.SendAsync(service.Client, body);
        return await ReadAsync(answer);
    }

    public static async Task<IssuedLinks> ReadAsync(HttpResponseMessage answer)
    {
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        var links = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("links");
        return new(Text("credential"), Text("verification"), Text("qr"));

        string Text(string name) => links.GetProperty(name).GetString()!;
    }
}
