using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Storage.Reading;

namespace Promote.Credentials.Server.Tests.Batches;

/// <summary>The time that a line takes does not grow with the file that it stands in.</summary>
public sealed class LongFileTests
{
    private const int Lines = 1500;

    [OwnPostgresFact]
    public async Task Whoever_stands_in_the_file_before_is_not_looked_for_among_all_of_its_lines()
    {
        await using var server = await OwnPostgres.StartAsync(disk: null, PlannedStatements.Settings);
        await using var database = await TestDatabase.CreateMigratedAsync(server);
        var seed = await Seed.AddAsync(database);
        await using var service = await ServiceInside.StartAsync(database);
        var statements = new PlannedStatements(server.Log);
        await statements.NewAsync();

        var people = string.Concat(Enumerable.Range(1, Lines).Select(number => $"Ion,Pop,ion.{number}@prison.example,2026-03-20\n"));
        var batch = await (await Sent.PostAsync(service, seed.AchievementId, $"givenName,familyName,email,awardedOn\n{people}", "&dryRun=true")).UntilAsync("done");

        Assert.Equal((Lines, Lines, 0, 0, 0), Sent.CountsOf(batch));
        var looks = (await statements.NewAsync()).Where(statement => statement.Contains("batch_lines", StringComparison.Ordinal) && statement.Contains("learner = ANY", StringComparison.Ordinal)).ToList();
        Assert.True(looks.Count >= Lines / 200, $"Only {looks.Count} looks were seen.");
        Assert.DoesNotContain(looks, look => look.Contains("Index Cond: ((batch_id = ", StringComparison.Ordinal));
    }
}
