using System.Text.Json;

namespace Promote.Credentials.Formats.Linting.Rules.Europass;

/// <summary>No status and no proof inside: no form of credentialStatus fits both published versions of the shapes, and the seal is around the document.</summary>
internal sealed class NoStatusInside() : LintRule("PC-L076", FormatFamily.Europass)
{
    internal override IEnumerable<LintFinding> Find(LintInput input) =>
        from name in (string[])["credentialStatus", "proof", "termsOfUse", "refreshService"]
        where Member(input.Root, name).ValueKind != JsonValueKind.Undefined
        select Finding($"/{name}", "Leave it out: the status is in the public record, and the seal is around the document.");
}
