using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Server.Issuing;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Awards;

/// <summary>What whoever awarded gets.</summary>
/// <param name="WaitsFor">What the award waits for where it is only promised (202).</param>
internal sealed record IssuedAnswer(string Id, IssuingState State, AwaitedThing? WaitsFor, AwardLinks Links)
{
    /// <summary>201 for an award that is issued, 202 for one that is promised.</summary>
    public static IActionResult Of(IssuedAward award, PromoteSettings settings)
    {
        var (path, answer) = ($"/api/v1/awards/{award.Id}", new IssuedAnswer(award.Id, award.State, award.WaitsFor, AwardLinks.Of(settings, award.PublicId, award.HolderId)));
        return award.State == IssuingState.Issued ? new CreatedResult(path, answer) : new AcceptedResult(path, answer);
    }
}
