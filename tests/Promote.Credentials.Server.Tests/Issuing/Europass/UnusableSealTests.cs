using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Promote.Credentials.Server.Tests.Fixtures;

namespace Promote.Credentials.Server.Tests.Issuing.Europass;

[Trait("speed", "slow")]
[Trait("needs", "librsvg")]
public sealed class UnusableSealTests(UnusableSeals seals) : IClassFixture<UnusableSeals>
{
    [Theory]
    [InlineData("none")]
    [InlineData("expired")]
    [InlineData("not yet valid")]
    [InlineData("foreign")]
    public async Task A_seal_that_cannot_be_used_is_refused_and_nothing_is_stored(string why)
    {
        var seed = seals.Issuers[why];
        seals.Service.ActFor(seed);
        var request = AwardRequest.For(seed);
        request["formats"] = new JsonArray("ob3", "europass");

        using var answer = await AwardRequest.SendAsync(seals.Service.Client, request, "key-1");
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();

        Assert.True(answer.StatusCode == HttpStatusCode.Conflict, $"{why}: {problem}");
        Assert.Equal(("PC-R025", "/formats/1"), (problem.GetProperty("code").GetString(), problem.GetProperty("errors")[0].GetProperty("pointer").GetString()));

        // None of the issuers gets any further.
        foreach (var table in (string[])["awards", "credentials", "learners", "idempotency_keys", "outbox"])
        {
            Assert.Equal(0, await seals.Database.CountAsync($"SELECT count(*) FROM {table}"));
        }
    }
}
