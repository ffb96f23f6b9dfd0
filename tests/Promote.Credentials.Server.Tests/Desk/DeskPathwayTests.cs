using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Pathways;

namespace Promote.Credentials.Server.Tests.Desk;

/// <summary>A learner's pathway at the desk, with its picture.</summary>
public sealed class DeskPathwayTests(StartedOnBoth services) : IClassFixture<StartedOnBoth>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_picture_shows_what_is_earned_and_what_was_lost(Database kind)
    {
        var walked = await Walked.ByAsync(services, kind);
        using var reader = await Staff.JoinAsync(walked.Service, $"reader.{kind}@pathways.example", "reader");
        var first = await walked.EarnAsync(walked.Parts[0]);
        Assert.Contains("Earned.", await ShownAsync(reader, walked), StringComparison.Ordinal);
        await walked.EarnAsync(walked.Parts[1]);
        _ = await walked.AwardAsync();
        Assert.DoesNotContain("role=\"alert\"", await ShownAsync(reader, walked), StringComparison.Ordinal);

        _ = await first.ChangeAsync("revoke", "Awarded by mistake");

        Assert.Contains("role=\"alert\"", await ShownAsync(reader, walked), StringComparison.Ordinal);
    }

    private static async Task<string> ShownAsync(Staff reader, Walked walked)
    {
        using var page = await reader.PostAsync("/desk/pathways", ("pathway", walked.Id), ("learner", $"platform-{walked.Person}"));
        return await page.Content.ReadAsStringAsync();
    }
}
