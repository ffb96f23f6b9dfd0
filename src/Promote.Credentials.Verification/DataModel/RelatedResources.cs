using System.Text.Json;

namespace Promote.Credentials.Verification.DataModel;

/// <summary>What a document says about other files (VC 2.0 §5.3): each named once, with a digest. The files are not fetched.</summary>
internal static class RelatedResources
{
    internal static IEnumerable<FormatProblem> Check(JsonElement document)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, resource) in document.Each("relatedResource").Index())
        {
            var pointer = $"/relatedResource/{index}";
            var hasDigest = resource.Text("digestSRI") is not null || resource.Text("digestMultibase") is not null;
            yield return (resource.Text("id"), hasDigest) switch
            {
                (null, _) => new(pointer, "No id."),
                ({ } id, _) when !seen.Add(id) => new(pointer, "Named twice."),
                (_, false) => new(pointer, "No digest."),
                _ => new(pointer, "The related file was not compared with its digest.", FormatSeverity.Warning),
            };
        }
    }
}
