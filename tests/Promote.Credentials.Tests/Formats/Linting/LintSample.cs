using System.Text;
using System.Text.Json.Nodes;
using Promote.Credentials.Formats;
using Promote.Credentials.Formats.Linting;
using Promote.Credentials.LinkedData.Json;

namespace Promote.Credentials.Tests.Formats.Linting;

/// <summary>A document that breaks no rule, to be changed by a test.</summary>
internal static class LintSample
{
    /// <summary>The golden micro-credential after a change.</summary>
    public static byte[] Changed(Action<JsonNode> change)
    {
        var document = JsonNode.Parse(Golden.Read("open-badges-3/assessed-micro-credential.json"))!;
        change(document);
        return Encoding.UTF8.GetBytes(document.ToJsonString());
    }

    /// <summary>What the rules find in it, as "id pointer"; schema and safe mode left aside.</summary>
    public static IEnumerable<string> Found(Action<JsonNode> change)
    {
        Assert.True(FormatList.TryGet(FormatList.OpenBadges3, out var format));
        using var document = StrictJson.Parse(Changed(change));
        return [.. Linter.Find(format, document.RootElement).Select(finding => $"{finding.Id} {finding.Pointer}")];
    }

    public static JsonNode Subject(this JsonNode document) => document["credentialSubject"]!;

    public static JsonNode Achievement(this JsonNode document) => document.Subject()["achievement"]!;
}
