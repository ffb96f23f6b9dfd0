using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Formats.DataModel;
using Promote.Credentials.Formats.Linting;
using Promote.Credentials.Server.Issuing;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.VcApi;

/// <summary>VC-API: signs a credential that the platform wrote itself, in the name of its own issuer, where that issuer turned this on.</summary>
internal sealed class IssueCredentialOverVcApi(IssueCredential issue) : ControllerBase
{
    [HttpPost("/vc-api/credentials/issue"), Access(Scope.VcApiIssue)]
    public async Task<IActionResult> RunAsync([FromBody] JsonElement body, CancellationToken cancellationToken)
    {
        var request = IssueRequestBody.Read(body);
        if (!request.Granted)
        {
            return VcApiProblems.Of(request.Refusals);
        }

        var client = HttpContext.Client;
        var signed = await issue.RunAsync(request.Value, client.IssuerId, client.KeyId, cancellationToken);
        return signed.Granted ? VcApiJson.Answer(StatusCodes.Status201Created, json => Write(json, signed.Value)) : VcApiProblems.Of(signed.Refusals);
    }

    // VC 2.0 §4.13: a credential that is a JWT stands in JSON inside an envelope.
    private static void Write(Utf8JsonWriter json, SignedDocument signed)
    {
        json.WritePropertyName("verifiableCredential"u8);
        if (CredentialForms.All.Single(form => form.Name == signed.Format).Cryptosuite is not null)
        {
            json.WriteRawValue(signed.Utf8.Span, skipInputValidation: true);
            return;
        }

        json.WriteStartObject();
        json.WriteString("@context"u8, VersionTwo.Context);
        json.WriteString("id"u8, $"data:application/vc+jwt,{Encoding.ASCII.GetString(signed.Utf8.Span)}");
        json.WriteString("type"u8, "EnvelopedVerifiableCredential");
        json.WriteEndObject();
    }
}
