using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Issuing.Keys;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.IssuerKeys;

/// <summary>Registers a key that is in the keys directory or on the token already. It is published at once and signs once it is activated.</summary>
internal sealed class AddIssuerKey(IssuerKeyLife life) : ControllerBase
{
    [HttpPost("/api/v1/issuer-keys"), Access(Scope.IssuerKeysManage)]
    public async Task<IActionResult> RunAsync([FromBody] NewIssuerKey body, CancellationToken cancellationToken)
    {
        try
        {
            var added = await life.AddAsync(HttpContext.Client, body.Source, body.Reference, cancellationToken);
            return added.Granted
                ? Created($"/api/v1/issuer-keys/{added.Value.Id}", IssuerKeyAnswer.Of(added.Value))
                : new Refused(added.Refusals);
        }
        catch (SettingsException)
        {
            // What stands against it is for the operator: it names folders.
            return new Refused(RefusalCode.InvalidValue, "/reference", "The key is not there or cannot be used.");
        }
    }

    /// <summary>Where the key is.</summary>
    internal sealed record NewIssuerKey
    {
        public required KeySource Source { get; init; }

        public required string Reference { get; init; }
    }
}
