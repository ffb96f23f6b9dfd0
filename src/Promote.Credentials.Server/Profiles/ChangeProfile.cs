using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Concepts;
using Promote.Credentials.Domain.Profiles;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Profiles;

/// <summary>Changes a professional profile. Achievements that named a skill which is gone keep what they say.</summary>
internal sealed class ChangeProfile(CredentialsDb db, ProfileCheck check, SkillsOfProfile skills, TimeProvider time) : ControllerBase
{
    [HttpPut("/api/v1/profiles/{id}"), Access(Scope.AchievementsWrite)]
    public async Task<IActionResult> RunAsync(string id, [FromBody] ProfileContent content, CancellationToken cancellationToken)
    {
        var client = HttpContext.Client;
        var row = RandomId.IsOne(id) ? await db.Profiles.SingleOrDefaultAsync(row => row.Id == id && row.IssuerId == client.IssuerId, cancellationToken) : null;
        if (row is null)
        {
            return Refused.NotFound();
        }

        if (EntityTag.WhyNot(Request, EntityTag.Of(row.Revision)) is { } stale)
        {
            return new Refused(stale);
        }

        if (await check.RunAsync(client.IssuerId, content, cancellationToken) is { Count: > 0 } refusals)
        {
            return new Refused(refusals);
        }

        (row.Content, row.UpdatedAt) = (StoredJson.Write(content), time.GetStoredNow());
        row.Revision++;
        db.Audit.Add(client.Did("profile.changed", id, row.UpdatedAt));
        if (!await db.SaveUnlessChangedAsync(cancellationToken))
        {
            return new Refused(EntityTag.Stale);
        }

        Response.Headers.ETag = EntityTag.Of(row.Revision);
        return Ok(ProfileAnswer.Of(row, await skills.OfAsync(content, EscoLanguages.English, cancellationToken)));
    }
}
