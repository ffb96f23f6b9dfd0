using System.Text.Json;
using Promote.Credentials.Verification.Families;

namespace Promote.Credentials.Verification.Checks;

/// <summary>PC-V011: a European credential may claim that its issuer is accredited. The register of accreditations cannot be asked from here, so the claim is told as what it is.</summary>
internal sealed class AccreditationCheck() : PureCheck("PC-V011", CheckIds.Accreditation, "Accreditation")
{
    /// <inheritdoc/>
    protected override Finding? Find(Candidate candidate) => candidate.Family is Europass && Claims(candidate.Document)
        ? Finding.Warning("accreditation.claimed", "The document says that the issuer or the learning is accredited. Only the issuer says so: no register was asked.")
        : null;

    private static bool Claims(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Any(member => member.NameEquals("accreditation") || Claims(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().Any(Claims),
        _ => false,
    };
}
