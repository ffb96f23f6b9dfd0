using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Issuing;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.VcApi;

/// <summary>VC-API: revokes, suspends or reinstates a credential that was issued here with status entries.</summary>
internal sealed class ChangeCredentialStatus(PlatformLife life) : ControllerBase
{
    [HttpPost("/vc-api/credentials/status"), Access(Scope.VcApiIssue), Access(Scope.AwardsRevoke)]
    public async Task<IActionResult> RunAsync([FromBody] StatusChange change, CancellationToken cancellationToken)
    {
        var entry = change.CredentialStatus;
        if (!int.TryParse(entry.StatusListIndex, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            return new Refused(RefusalCode.InvalidValue, "/credentialStatus/statusListIndex", "Give the entry as it stands in the document: the index is a number as text.");
        }

        var refusal = await life.ChangeAsync(HttpContext.Client, entry.StatusPurpose, entry.StatusListCredential, index, change.Status, cancellationToken);
        return refusal is null ? Ok(new { change.Status }) : new Refused(refusal);
    }

    /// <param name="CredentialStatus">The entry of the document's <c>credentialStatus</c> as it stands there.</param>
    /// <param name="Status">Whether its bit is to be set.</param>
    internal sealed record StatusChange(Entry CredentialStatus, bool Status)
    {
        /// <summary>The document's id, which some clients send; the entry alone says which bit.</summary>
        public string? CredentialId { get; init; }
    }

    /// <param name="StatusPurpose"><c>revocation</c> or <c>suspension</c>.</param>
    /// <param name="StatusListIndex">Which bit, a number as text.</param>
    /// <param name="StatusListCredential">The URL of the list.</param>
    internal sealed record Entry(string StatusPurpose, string StatusListIndex, string StatusListCredential)
    {
        public string? Id { get; init; }

        public string? Type { get; init; }
    }
}
