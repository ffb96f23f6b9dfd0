using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Promote.Credentials.Server.Issuing.Status;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Tests.Web;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.Tests.Threats;

/// <summary>A service whose database is older than what was published from it: one award was revoked and one suspended, and the database knows of neither.</summary>
public sealed class RestoredService : AttackedService
{
    /// <summary>Awards by what became of them before the database was restored.</summary>
    internal Dictionary<string, Known> Awards { get; } = [];

    internal string AchievementId { get; private set; } = "";

    internal string List { get; private set; } = "";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        AchievementId = (await Things.MakeAsync(First)).AchievementId;
        foreach (var name in (string[])["revoked", "suspended", "untouched"])
        {
            Awards[name] = await AwardAsync();
        }

        List = (string)(await Database.QueryAsync($"SELECT status_list_id FROM credentials WHERE award_id = '{Awards["revoked"].Id}'"))[0][0];
        foreach (var (name, what) in new[] { ("revoked", "revoke"), ("suspended", "suspend") })
        {
            using var changed = await First.PostAsync($"/api/v1/awards/{Awards[name].Id}/{what}", Samples.Json("""{"reason": "Awarded by mistake"}"""));
            changed.EnsureSuccessStatusCode();
        }

        await RestoreAsync();
    }

    /// <summary>What a restored backup comes down to, without pulling the file away under the service.</summary>
    internal async Task RestoreAsync()
    {
        await Database.ExecuteAsync("UPDATE awards SET revoked_at = NULL, revocation_reason = NULL, suspended_at = NULL, suspension_reason = NULL");
        await Database.ExecuteAsync("UPDATE status_lists SET version = 0");
        using var noticed = await Anonymous.GetAsync($"/status/{List}");
    }

    /// <summary>What the operator's command does.</summary>
    internal async Task<IReadOnlyList<RecoveredIssuer>> RecoverAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<StatusRecovery>().RunAsync(issuer => new Client("operator", issuer, Scope.All), CancellationToken.None);
    }

    internal async Task<Known> AwardAsync()
    {
        using var answer = await TryAwardAsync();
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        var award = await answer.Content.ReadFromJsonAsync<JsonElement>();
        var links = award.GetProperty("links");
        var id = award.GetProperty("id").GetString()!;
        return new Known(id, Path("verification"), Path("credential"), await DocumentAsync(id, "europass"), await DocumentAsync(id, "ob2"));

        string Path(string name) => new Uri(links.GetProperty(name).GetString()!).AbsolutePath;
    }

    internal Task<HttpResponseMessage> TryAwardAsync()
    {
        var body = JsonNode.Parse(Samples.Award(AchievementId))!;
        body["formats"] = new JsonArray("ob3", "ob2", "europass");
        return First.PostAsync("/api/v1/awards", Samples.Json(body.ToJsonString()));
    }

    private async Task<string> DocumentAsync(string award, string format) =>
        ((string)(await Database.QueryAsync($"SELECT document_id FROM credentials WHERE award_id = '{award}' AND format = '{format}'"))[0][0]).Split(':')[^1];

    /// <summary>An award, and where it is.</summary>
    internal sealed record Known(string Id, string Page, string Holder, string EuropassId, string AssertionId);
}
