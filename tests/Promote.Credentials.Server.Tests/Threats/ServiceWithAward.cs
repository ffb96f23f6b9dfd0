using System.Text.Json.Nodes;
using Promote.Credentials.Server.Tests.Browser;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Public;
using Promote.Credentials.Server.Tests.Sharing;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Threats;

/// <summary>A service with one award, every personal value of which occurs nowhere else.</summary>
public class ServiceWithAward : AttackedService
{
    internal string AchievementId { get; private set; } = "";

    internal IssuedLinks Links { get; private set; } = null!;

    internal Secrets Secrets { get; private set; } = null!;

    internal HolderForms Forms => new(Anonymous, Database, HolderId);

    internal string HolderId => Links.Credential.Split('/')[^1];

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        AchievementId = (await Things.MakeAsync(First)).AchievementId;
        var award = Secrets.Award(new Seed("", AchievementId, ""));
        award["results"]![0]!["resultDescription"] = "points";
        award["formats"] = new JsonArray("ob3", "ob2", "europass");
        using var answer = await AwardRequest.SendAsync(First, award);
        Links = await IssuedLinks.ReadAsync(answer);
        Secrets = await Secrets.OfAsync(Database, Links.PublicId);
    }
}
