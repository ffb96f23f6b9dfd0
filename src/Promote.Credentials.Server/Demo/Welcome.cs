using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Promote.Credentials.Formats.Qr;
using Promote.Credentials.Server.Settings;

namespace Promote.Credentials.Server.Demo;

/// <summary>What the console says after a start with the demo.</summary>
internal static class Welcome
{
    // Letters as they are, so that whoever reads the line understands it.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string For(SeededDemo demo, PromoteSettings settings, DateTimeOffset now)
    {
        var root = settings.PublicBaseUrl!.AbsoluteUri.TrimEnd('/');
        var verification = $"{root}/v/{demo.Award.PublicId}";
        return $"""

            A demo credential was issued. Scan the code or open the link: anyone can check it.

            {QrCode.Terminal(verification)}
              Verification   {verification}
              For its holder {root}/credentials/{demo.Award.HolderId}
              Demo API key   {demo.Key}
              Desk           {demo.Desk}

            Issue another one:

            {Curl(root, demo, now)}


            """;
    }

    // One line, so that every shell takes it as it is pasted.
    private static string Curl(string root, SeededDemo demo, DateTimeOffset now)
    {
        var body = new JsonObject
        {
            ["achievement"] = demo.AchievementId,
            ["learner"] = new JsonObject { ["givenName"] = "Mihai", ["familyName"] = "Exemplu", ["email"] = "mihai@example.org" },
            ["awardedOn"] = now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["results"] = new JsonArray(new JsonObject { ["resultDescription"] = DemoContent.Test, ["value"] = "88" }),
        };
        return $"curl {root}/api/v1/awards -H {Quoted($"Authorization: Bearer {demo.Key}")} -H 'Content-Type: application/json' -d {Quoted(body.ToJsonString(Readable))}";
    }

    private static string Quoted(string text) => $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
