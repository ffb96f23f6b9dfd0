using System.Text.Json;

namespace Promote.Credentials.Verification.Checks;

/// <summary>PC-V006: endorsements are credentials of others inside the document; they stand on their own signatures.</summary>
internal sealed class EndorsementsCheck() : PureCheck("PC-V006", CheckIds.Endorsements, "Endorsements")
{
    /// <inheritdoc/>
    protected override Finding? Find(Candidate candidate) => Count(candidate.Document) switch
    {
        0 => null,
        var count => Finding.Warning("endorsements.present", "The document contains statements by others, which were not checked.", $"{count} endorsements"),
    };

    private static int Count(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Sum(member => IsEndorsement(member) ? element.Each(member.Name).Count() : Count(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().Sum(Count),
        _ => 0,
    };

    private static bool IsEndorsement(JsonProperty member) => member.NameEquals("endorsement") || member.NameEquals("endorsementJwt");
}
