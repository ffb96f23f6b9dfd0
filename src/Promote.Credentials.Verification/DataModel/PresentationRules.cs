using System.Text.Json;
using Promote.Credentials.Verification.Families;

namespace Promote.Credentials.Verification.DataModel;

/// <summary>What a presentation has to be (VC 2.0 §4.14, VC 1.1 §4.10).</summary>
internal static class PresentationRules
{
    internal static IEnumerable<FormatProblem> Check(JsonElement document)
    {
        var version = document.Names("@context", VersionOne.Context) ? VersionOne.Context : VersionTwo.Context;
        foreach (var problem in CredentialRules.Context(document, version))
        {
            yield return problem;
        }

        if (document.Each("type").Any(type => type.ValueKind != JsonValueKind.String))
        {
            yield return new("/type", "A type is no text.");
        }

        if (document.Member("holder").ValueKind != JsonValueKind.Undefined && !Uri.TryCreate(document.IdOf("holder"), UriKind.Absolute, out _))
        {
            yield return new("/holder", "Neither a URL nor an object with an id.");
        }

        // VC 2.0 §4.14 wants objects; in version 1.1 a JWT stands as text.
        var isTwo = version == VersionTwo.Context;
        foreach (var (index, item) in document.Each("verifiableCredential").Index())
        {
            if (item.ValueKind != JsonValueKind.Object && (isTwo || item.ValueKind != JsonValueKind.String))
            {
                yield return new($"/verifiableCredential/{index}", "No credential.");
            }
        }
    }
}
