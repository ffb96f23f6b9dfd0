using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Concepts;
using Promote.Credentials.Domain.Profiles;
using Promote.Credentials.Server.Esco.Searching;
using Promote.Credentials.Server.Network;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Profiles;

/// <summary>Shows a professional profile of the issuer or of its network, with all its skills.</summary>
internal sealed class GetProfile(CredentialsDb db, IssuerNetwork network, SkillsOfProfile skills) : ControllerBase
{
    [HttpGet("/api/v1/profiles/{id}"), Access(Scope.AchievementsRead)]
    public async Task<IActionResult> RunAsync(string id, [FromQuery] string? language, CancellationToken cancellationToken)
    {
        language ??= EscoLanguages.English;
        if (EscoQuery.WhyNot(language) is { } unknown)
        {
            return new Refused(unknown);
        }

        var row = RandomId.IsOne(id) ? await db.Profiles.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) : null;
        if (row is null || !(await network.OfAsync(HttpContext.Client.IssuerId, cancellationToken)).Contains(row.IssuerId))
        {
            return Refused.NotFound();
        }

        Response.Headers.ETag = EntityTag.Of(row.Revision);
        return Ok(ProfileAnswer.Of(row, await skills.OfAsync(StoredJson.Read<ProfileContent>(row.Content), language, cancellationToken)));
    }
}
