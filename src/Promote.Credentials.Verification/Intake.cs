using System.Text.Json;
using Promote.Credentials.LinkedData.Json;

namespace Promote.Credentials.Verification;

/// <summary>Decides whether an input is a credential in a form that is known here, before any check looks at it.</summary>
internal static class Intake
{
    private const string VersionOneContext = "https://www.w3.org/2018/credentials/v1";

    /// <summary>The document, or why it is none.</summary>
    internal static Rejection? Read(ReadOnlyMemory<byte> input, out JsonElement document)
    {
        document = default;
        try
        {
            // Not disposed: the report hands the document on, and the collector takes it with the report.
            document = StrictJson.Parse(input, Verifier.MaxBytes).RootElement;
        }
        catch (MalformedJsonException malformed)
        {
            var kind = malformed.Code == "tooLarge" ? RejectionKind.TooLarge : RejectionKind.MalformedJson;
            return new(kind, malformed.Pointer, malformed.Message);
        }

        return RejectionOf(document);
    }

    private static Rejection? RejectionOf(JsonElement document)
    {
        if (document.ValueKind != JsonValueKind.Object)
        {
            return NotACredential("", "A credential is a JSON object.");
        }

        if (!document.Names("type", "VerifiableCredential"))
        {
            return NotACredential("/type", "A credential names the type VerifiableCredential.");
        }

        if (!document.Names("type", "OpenBadgeCredential") && !document.Names("type", "AchievementCredential"))
        {
            return NotACredential("/type", "Of all credentials only Open Badges 3.0 can be checked here: OpenBadgeCredential or AchievementCredential.");
        }

        return document.Names("@context", VersionOneContext)
            ? NotACredential("/@context", "Open Badges over version 1.1 of the data model cannot be checked here; version 2.0 can.")
            : null;
    }

    private static Rejection NotACredential(string pointer, string detail) => new(RejectionKind.NotACredential, pointer, detail);
}
