using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Web;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Tests.Fixtures;

namespace Promote.Credentials.Server.Tests.Public;

/// <summary>An award whose every personal value is a text that occurs nowhere else, and the search for them.</summary>
internal sealed class Secrets
{
    private readonly IReadOnlyList<string> values;

    private Secrets(IReadOnlyList<string> values) => this.values = values;

    public static JsonObject Award(Seed seed)
    {
        var award = AwardRequest.For(seed);
        award["learner"] = new JsonObject
        {
            ["givenName"] = "Zqxgiven",
            ["familyName"] = "Zqxfamily",
            ["email"] = "zqxmail@zqxprison.example",
            ["identifier"] = "zqxplatform-4711",
            ["language"] = "lt",
            ["dateOfBirth"] = "1967-08-09",
        };
        award["results"] = new JsonArray(new JsonObject { ["resultDescription"] = "score", ["value"] = "87.31" });
        award["evidence"] = new JsonArray(new JsonObject { ["name"] = "Zqxevidence", ["url"] = "https://zqxevidence.example/zqxpath", ["narrative"] = "Zqxstory of the evidence" });
        award["narrative"] = "Zqxstory of the award";
        return award;
    }

    /// <summary>What was sent, what the signed document adds about the recipient, and every id that leads to it.</summary>
    public static async Task<Secrets> OfAsync(TestDatabase database, string publicId)
    {
        var stored = (await Ledger.FindAsync(database, publicId))!;
        var subject = JsonSerializer.Deserialize<JsonElement>(stored.Utf8).GetProperty("credentialSubject");
        var identity = subject.GetProperty("identifier")[0];
        await using var db = database.Open();
        var holder = await db.Awards.SingleAsync(row => row.PublicId == publicId);
        return new(
        [
            "zqx", "1967-08-09", "19670809", "87.31",
            identity.GetProperty("identityHash").GetString()!, identity.GetProperty("salt").GetString()!,
            Convert.ToHexString(SHA256.HashData("zqxmail@zqxprison.example"u8)),
            holder.Id, holder.HolderId, holder.LearnerId, stored.Credential.Id,
        ]);
    }

    /// <summary>Which of them stand in the bytes or headers of an answer, plain or escaped as in HTML, JSON and URLs.</summary>
    public async Task<IReadOnlyList<string>> FoundInAsync(HttpResponseMessage answer)
    {
        var text = Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync()) + answer.Headers + answer.Content.Headers;
        var readings = new[] { text, HttpUtility.HtmlDecode(text), HttpUtility.UrlDecode(text), text.Replace("\\u", "&#x", StringComparison.Ordinal) };
        return [.. values.Where(value => readings.Any(reading => reading.Contains(value, StringComparison.OrdinalIgnoreCase)))];
    }
}
