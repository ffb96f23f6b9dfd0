using System.Text.Json;
using Promote.Credentials.LinkedData.JsonSchema;
using Promote.Credentials.Verification.Assertions;

namespace Promote.Credentials.Verification.DataModel;

/// <summary>The three objects of Open Badges 2.0 by their schemas, and what the standard says in words.</summary>
internal static class OpenBadges2Rules
{
    internal static IEnumerable<FormatProblem> Check(JsonElement assertion, LinkedObject badge, LinkedObject issuer) =>
    [
        .. Violations(EmbeddedSchemas.OpenBadges2Assertion, assertion, ""),
        .. Linked(badge, EmbeddedSchemas.OpenBadges2BadgeClass, "/badge"),
        .. Linked(issuer, EmbeddedSchemas.OpenBadges2Issuer, "/badge/issuer"),
        .. InWords(assertion, issuer),
    ];

    private static IEnumerable<FormatProblem> Linked(LinkedObject linked, JsonSchema schema, string pointer) => linked.IsFound
        ? Violations(schema, linked.Document, pointer)
        : [new(pointer, "Could not be looked up.", FormatSeverity.Warning)];

    private static IEnumerable<FormatProblem> Violations(JsonSchema schema, JsonElement document, string pointer) =>
        schema.Validate(document).Select(violation => new FormatProblem(pointer + violation.Pointer, violation.Message));

    private static IEnumerable<FormatProblem> InWords(JsonElement assertion, LinkedObject issuer)
    {
        if ((assertion.Text("image") ?? assertion.Member("image").Text("id"))?.StartsWith("data:", StringComparison.Ordinal) == true)
        {
            yield return new("/image", "A picture inside the assertion, which takes only an address.");
        }

        if (XsdDateTimeStamp.TryParse(assertion.Text("issuedOn"), out var from) && XsdDateTimeStamp.TryParse(assertion.Text("expires"), out var until) && until < from)
        {
            yield return new("/expires", "Before issuedOn.");
        }

        if (issuer.IsFound && issuer.Document.Text("id")?.StartsWith("https://", StringComparison.Ordinal) != true)
        {
            yield return new("/badge/issuer/id", "Not an https address.", FormatSeverity.Lenient);
        }
    }
}
