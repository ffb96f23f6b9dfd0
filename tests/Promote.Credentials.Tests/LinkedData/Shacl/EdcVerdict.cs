using System.Text.Json.Nodes;

namespace Promote.Credentials.Tests.LinkedData.Shacl;

/// <summary>What a document means and what is wrong with it by both versions of the shapes, a violation a line.</summary>
internal sealed record EdcVerdict(string NQuads, string Violations110, string Violations120)
{
    public bool Conforms => Violations110.Length + Violations120.Length == 0;

    public static EdcVerdict Read(string json)
    {
        var verdict = JsonNode.Parse(json)!;
        return new((string)verdict["nquads"]!, Of("1.1.0"), Of("1.2.0"));

        string Of(string version) => Lines(verdict[version]!.AsArray().Select(line => (string)line!));
    }

    public static string Lines(IEnumerable<string> lines) => string.Join('\n', lines.Distinct().Order(StringComparer.Ordinal));
}
