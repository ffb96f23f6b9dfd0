using System.Text.Json;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Formats.DataModel;
using Promote.Credentials.Formats.StatusLists;
using Promote.Credentials.Server.Issuing;

namespace Promote.Credentials.Server.VcApi;

/// <summary>What the VC-API hands in to be signed: <c>{"credential": {…}, "options": {"cryptosuite", "profile"}}</c>.</summary>
internal static class IssueRequestBody
{
    private const string Envelope = "envelope";
    private const string Bitstring = "bitstring";

    /// <summary>Reads the body; refusals name its members.</summary>
    public static Decision<PlatformRequest> Read(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object || !body.TryGetProperty("credential", out var credential) || credential.ValueKind != JsonValueKind.Object)
        {
            return new Refusal(RefusalCode.InvalidValue, "/credential", "Send the unsigned credential, an object.");
        }

        var options = body.TryGetProperty("options", out var found) ? found : default;
        if (options.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.Object))
        {
            return new Refusal(RefusalCode.InvalidValue, "/options", "Options are an object.");
        }

        if (!TryRead(options, "cryptosuite", out var cryptosuite) || !TryRead(options, "profile", out var profile))
        {
            return new Refusal(RefusalCode.InvalidValue, "/options", "cryptosuite and profile are texts.");
        }

        if (profile is not (null or Envelope or Bitstring))
        {
            return new Refusal(RefusalCode.InvalidValue, "/options/profile", $"A profile is {Envelope} for a JWT, or {Bitstring} for a document that can be revoked and suspended.");
        }

        var forms = CredentialForms.All.Where(form => profile == Envelope ? form.Cryptosuite is null : form.Cryptosuite is { } suite && (cryptosuite ?? suite) == suite).ToList();
        return forms.Count > 0
            ? new PlatformRequest { Credential = credential, Forms = forms, StatusPurposes = profile == Bitstring ? [Terms.Revocation, Terms.Suspension] : [] }
            : new Refusal(RefusalCode.InvalidValue, "/options/cryptosuite", $"A suite is one of {string.Join(", ", CredentialForms.All.Select(form => form.Cryptosuite).OfType<string>().Distinct())}.");
    }

    private static bool TryRead(JsonElement options, string name, out string? text)
    {
        var member = options.ValueKind == JsonValueKind.Object && options.TryGetProperty(name, out var found) ? found : default;
        text = member.ValueKind == JsonValueKind.String ? member.GetString() : null;
        return text is not null || member.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null;
    }
}
