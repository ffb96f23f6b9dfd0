using System.Net.Http.Json;
using System.Text.Json;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.OpenApi;

/// <summary>Things of the first issuer that stand for the ids in openapi.yaml.</summary>
internal sealed class DocumentedThings
{
    private readonly Dictionary<string, string> real = [];

    public static async Task<DocumentedThings> MakeAsync(RunningService service)
    {
        var client = service.First;
        var things = await Things.MakeAsync(client);
        var retired = (await Things.MakeAsync(client)).AchievementId;
        using var _ = await client.PostAsync($"/api/v1/achievements/{retired}/retire", null);
        using var issuer = await client.GetAsync($"/api/v1/issuers/{things.IssuerId}");
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
                ["zGY56jmmQVDKSaafkWiz-w"] = retired,
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
        request.Content = example.Body is null ? null : Samples.Json(Real(example.Body));
        return request;
    }

    private string Real(string text) => real.Aggregate(text, (all, one) => all.Replace(one.Key, one.Value, StringComparison.Ordinal));
}
