using System.Text.Json;

namespace Promote.Credentials.Formats.DataModel;

/// <summary>What a document says about other files (VC 2.0 §5.3): each named once, with a digest. Files are not fetched; the digests of those that are known here have to be right.</summary>
internal static class RelatedResources
{
    internal static IEnumerable<FormatProblem> Check(JsonElement document)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, resource) in document.Each("relatedResource").Index())
        {
            var pointer = $"/relatedResource/{index}";
            if (Judge(resource, seen) is { } problem)
            {
                yield return problem with { Pointer = pointer };
            }
        }
    }

    private static FormatProblem? Judge(JsonElement resource, HashSet<string> seen) => resource.Text("id") switch
    {
        null => new("", "No id."),
        { } id when !seen.Add(id) => new("", "Named twice."),
        { } id => ResourceDigest.Compare(id, resource) switch
        {
            DigestMatch.None => new("", "No digest."),
            DigestMatch.Differs => new("", "Not the digest of this file."),
            DigestMatch.Unknown => new("", "The related file was not compared with its digest.", FormatSeverity.Warning),
            _ => null,
        },
    };
}
