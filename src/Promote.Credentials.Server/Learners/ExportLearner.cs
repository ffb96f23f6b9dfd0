using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Learners;

/// <summary>Gives everything that is held of a learner, as a ZIP that is written while it is sent.</summary>
internal sealed class ExportLearner(CredentialsDb db, ExportOfLearner export, TimeProvider time) : ControllerBase
{
    [HttpPost("/api/v1/learners/{id}/export"), Access(Scope.LearnersRead)]
    public async Task<IActionResult> RunAsync(string id, CancellationToken cancellationToken)
    {
        var client = HttpContext.Client;
        if (await export.FindAsync(client.IssuerId, id, cancellationToken) is not { Count: > 0 } learner)
        {
            return Refused.NotFound();
        }

        db.Audit.Add(client.DidBecause("learner.exported", id, time.GetStoredNow(), reason: null, id, key: null));
        await db.SaveChangesAsync(cancellationToken);
        // The end of each entry is written without waiting: a few bytes, which the server keeps until the next ones.
        HttpContext.Features.Get<IHttpBodyControlFeature>()?.AllowSynchronousIO = true;
        Response.ContentType = "application/zip";
        Response.Headers.ContentDisposition = $"attachment; filename=\"learner-{id}.zip\"";
        await export.WriteAsync(learner, Response.Body, cancellationToken);
        return new EmptyResult();
    }
}
