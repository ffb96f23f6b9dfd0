using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Assessments;
using Promote.Credentials.Proofs.Keys;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Tests.Esco;
using Promote.Credentials.Server.Tests.Sharing;
using Promote.Credentials.Server.Tests.Web;
using Promote.Credentials.Server.Tests.Webhooks;

namespace Promote.Credentials.Server.Tests.OpenApi;

/// <summary>Things of the first issuer that stand for the ids in openapi.yaml.</summary>
internal sealed class DocumentedThings
{
    private readonly Dictionary<string, string> real = [];

    public static async Task<DocumentedThings> MakeAsync(RunningService service)
    {
        await EscoSampleOf.UntilThereAsync(service);
        return await MakeAsync(new Clients(service.First, service.Anonymous, service.Database));
    }

    public static async Task<DocumentedThings> MakeAsync(Clients service)
    {
        var client = service.First;
        var things = await (await Things.MakeAsync(client)).WithNetworkAsync(client);
        var retired = (await Things.MakeAsync(client)).AchievementId;
        using var _ = await client.PostAsync($"/api/v1/achievements/{retired}/retire", null);
        var incomplete = await DraftAsync(client, "workload", "qualityAssurance");
        using var picture = await client.PostAsync("/api/v1/pictures", new StringContent("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'/>", Encoding.UTF8, "image/svg+xml"));
        var share = await new HolderForms(service.Anonymous, service.Database, things.HolderId).NewLinkAsync("name=on&results=on&until=month");
        using var issuer = await client.GetAsync($"/api/v1/issuers/{things.IssuerId}");
        var hosted = await IssuedAsAsync(service, things, "ob2");
        var revoked = await IssuedAsAsync(service, things, "ob2");
        var revokedAward = (string)(await service.Database.QueryAsync($"SELECT award_id FROM credentials WHERE document_id = '{revoked}'"))[0][0];
        using var revocation = await client.PostAsync($"/api/v1/awards/{revokedAward}/revoke", Samples.Json("""{"reason": "Awarded by mistake"}"""));
        var suspended = await IssuedAsAsync(service, things, "ob2");
        await service.Database.ExecuteAsync($"UPDATE awards SET suspended_at = issued_at WHERE id = (SELECT award_id FROM credentials WHERE document_id = '{suspended}')");
        using var file = await client.PostAsync($"/api/v1/assessments/{things.AssessmentId}/files", new StringContent("%PDF-1.4 %%EOF", Encoding.UTF8, "application/pdf"));
        var (webhook, disabled, message) = await WebhooksAsync(service);
        var profile = await service.Anonymous.GetFromJsonAsync<JsonElement>("/ob2/issuers/cove-ro");
        return new()
        {
            real =
            {
                ["IRvo5Xt4uWlq2h52Dtvvug"] = things.IssuerId,
                ["Vx0M4vJL_cZbfEha9Adylg"] = things.AchievementId,
                ["sS3JrWUi8OwO_5WvDeVVgA"] = things.AwardId,
                ["xBz1HJllTp3nBHlzg1lWJA"] = things.PublicId,
                ["Uqp2evIR5WI4UoLgbK_3cA"] = things.HolderId,
                ["TM3VDCh_dPKuBbHeLMSNmA"] = things.ApiKeyId,
                ["hQ0oT5mXkq2m3J8rY1vB7w"] = picture.Headers.Location!.ToString().Split('/')[^1],
                ["d29ya3MtZm9yLWNvdmUtcg"] = things.PersonId,
                ["cGF0aHdheS1pcy1oZXJlLg"] = things.PathwayId,
                ["cHJvZmlsZS1pcy1oZXJlLg"] = things.ProfileId,
                ["YmF0Y2gtaXMtaGVyZS4uLg"] = things.BatchId,
                ["cGF1c2VkLWJhdGNoLi4uLg"] = await BatchInAsync(service, things, "paused"),
                ["cmVzdW1lZC1iYXRjaC4uLg"] = await BatchInAsync(service, things, "paused"),
                ["ZG9uZS1iYXRjaC4uLi4uLg"] = await BatchInAsync(service, things, "done"),
                ["Y2FuY2VsbGVkLWJhdGNoLg"] = await Things.BatchAsync(client, things.AchievementId, "cancelled"),
                ["YWNjcmVkaXRhdGlvbmlkLg"] = things.AccreditationId,
                ["ZHJhZnQtYXNzZXNzbWVudA"] = things.AssessmentId,
                ["TGVhcm5lck9mVGhlSXNzdQ"] = things.LearnerId,
                ["TGVhcm5lclRvQmVFcmFzZQ"] = await AssessedLearnerAsync(client, things, "platform-18"),
                ["TGVhcm5lclRvQmVNZXJnZQ"] = await AssessedLearnerAsync(client, things, "platform-19"),
                ["TGVhcm5lclRoZVNhbWVPbg"] = await AssessedLearnerAsync(client, things, "platform-20"),
                ["RmlsZU9mQXNzZXNzbWVudA"] = file.Headers.Location!.ToString().Split('/')[^1],
                ["c3VibWl0dGVkLWFzc2Vzcw"] = await AssessedByAnotherAsync(service, things, AssessmentState.Submitted),
                ["cmVqZWN0ZWQtYXNzZXNzbQ"] = await AssessedByAnotherAsync(service, things, AssessmentState.Rejected),
                ["zGY56jmmQVDKSaafkWiz-w"] = retired,
                ["aW5jb21wbGV0ZW1pY3JvYw"] = incomplete,
                ["RDVvdXJrZXlpZGlzaGVyZQ"] = await IssuerKeyAsync(service, things, IssuerKeyState.Pending),
                ["RTVvdXJrZXlpZGlzaGVyZQ"] = await IssuerKeyAsync(service, things, IssuerKeyState.VerifyOnly),
                ["RjV3ZXJrZXlpZGlzaGVyZQ"] = await IssuerKeyAsync(service, things, IssuerKeyState.Retired),
                ["YXNzZXJ0aW9uaWQtb2JfMg"] = hosted,
                ["cmV2b2tlZGlkLW9iMi0tLQ"] = revoked,
                ["3f0b5c1e-7d2a-4c11-9a42-0c8d2e1b7f35"] = (await IssuedAsAsync(service, things, "europass")).Split(':')[^1],
                ["dGh1bWJwcmludC1vZi10aGUta2V5LW9mLWNvdmUtcm8"] = profile.GetProperty("publicKey")[0].GetString()!.Split('/')[^1],
                ["4kQ0Wb7uY2mJd8sLr1TzNg"] = share,
                ["V2ViaG9va0lkSXNIZXJlMQ"] = webhook,
                ["RGlzYWJsZWRIb29rSXNIZQ"] = disabled,
                ["RGVsaXZlcnlJc0hlcmUuLg"] = message,
                ["c3RhdHVzbGlzdC1vZi1ybw"] = (string)(await service.Database.QueryAsync($"SELECT id FROM status_lists WHERE issuer_id = '{things.IssuerId}'"))[0][0],
                ["\"5d2b1c90a7e3f468\""] = issuer.Headers.ETag!.ToString(),
            },
        };
    }

    /// <summary>The request of an example, about the real things.</summary>
    public HttpRequestMessage Request(Example example)
    {
        var (path, query) = (example.Path, "");
        var request = new HttpRequestMessage { Method = new(example.Method) };
        foreach (var parameter in example.Parameters)
        {
            var name = (string)parameter!["name"]!;
            if (example.ValueOf(parameter) is not { } value || (name == "If-Match" && example.Name == "withoutTag"))
            {
                continue;
            }

            switch ((string)parameter["in"]!)
            {
                case "path":
                    path = path.Replace($"{{{name}}}", Real(value), StringComparison.Ordinal);
                    break;
                case "query":
                    query += $"{(query.Length == 0 ? '?' : '&')}{name}={Uri.EscapeDataString(Real(value))}";
                    break;
                default:
                    request.Headers.TryAddWithoutValidation(name, Real(value));
                    break;
            }
        }

        request.Headers.TryAddWithoutValidation("Accept", example.MediaType == "application/problem+json" ? "application/json" : example.MediaType);
        request.RequestUri = new Uri(path + query, UriKind.Relative);
        request.Content = example.Body?.About(Real);
        return request;
    }

    // The id of a draft that does not say these members.
    private static async Task<string> DraftAsync(HttpClient client, params string[] without)
    {
        var content = JsonNode.Parse(Samples.Achievement)!.AsObject();
        Array.ForEach(without, member => content.Remove(member));
        using var answer = await client.PostAsync("/api/v1/achievements", Samples.Json(content.ToJsonString()));
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    private static async Task<string> AssessedLearnerAsync(HttpClient client, Things things, string identifier)
    {
        var learner = new JsonObject { ["givenName"] = "Ana", ["familyName"] = "Exemplu", ["identifier"] = identifier };
        using var opened = await client.PostAsync("/api/v1/assessments", Samples.Json(new JsonObject { ["achievement"] = things.AchievementId, ["learner"] = learner }.ToJsonString()));
        return await Things.LearnerAsync(client, identifier);
    }

    private static async Task<string> AssessedByAnotherAsync(Clients service, Things things, AssessmentState state)
    {
        var id = await Things.AssessmentAsync(service.First, things.AchievementId);
        await using var db = service.Database.Open();
        await db.Assessments.Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, state).SetProperty(row => row.Authors, "another"));
        return id;
    }

    // A state that it is in for a moment only.
    private static async Task<string> BatchInAsync(Clients service, Things things, string state)
    {
        var id = await Things.BatchAsync(service.First, things.AchievementId, RandomId.New());
        await service.Database.ExecuteAsync($"UPDATE batches SET state = '{state}', confirmed_at = created_at WHERE id = '{id}'");
        return id;
    }

    // The id of a document of a new award.
    private static async Task<string> IssuedAsAsync(Clients service, Things things, string format)
    {
        using var answer = await service.First.PostAsync("/api/v1/awards", Samples.Json(Samples.Award(things.AchievementId).Replace("[\"ob3\"]", $"[\"{format}\"]", StringComparison.Ordinal)));
        var award = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        return (string)(await service.Database.QueryAsync($"SELECT document_id FROM credentials WHERE award_id = '{award.GetProperty("id").GetString()}' AND format = '{format}'"))[0][0];
    }

    // An enabled webhook with a message, and a disabled one. Those of earlier examples go, for an issuer can have only so many.
    private static async Task<(string Enabled, string Disabled, string Message)> WebhooksAsync(Clients service)
    {
        await using (var db = service.Database.Open())
        {
            await db.Webhooks.ExecuteDeleteAsync();
        }

        var (enabled, disabled) = (await HookAsync(service), await HookAsync(service));
        using var changed = await disabled.PatchAsync("""{"enabled": false}""");
        return (enabled.Id, disabled.Id, await enabled.PingAsync());
    }

    private static Task<Hook> HookAsync(Clients service) => Hook.CreateAsync(service.First, "https://platform.example/hooks/promote", "award.expired");

    // Of a kind that signs no form of an award, so that whatever becomes of it the issuer goes on awarding.
    private static async Task<string> IssuerKeyAsync(Clients service, Things things, IssuerKeyState state)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        Assert.True(PublicKey.TryFromSubjectPublicKeyInfo(key.ExportSubjectPublicKeyInfo(), out var publicKey));
        var row = new IssuerKeyRow
        {
            Id = RandomId.New(), IssuerId = things.IssuerId, Algorithm = KeyAlgorithm.P384, Source = KeySource.File, Reference = "cove-ro.pem",
            PublicKey = publicKey.Multikey, State = state, CreatedAt = DateTimeOffset.UnixEpoch,
        };
        await using var db = service.Database.Open();
        db.IssuerKeys.Add(row);
        await db.SaveChangesAsync();
        return row.Id;
    }

    private string Real(string text) => real.Aggregate(text, (all, one) => all.Replace(one.Key, one.Value, StringComparison.Ordinal));
}
