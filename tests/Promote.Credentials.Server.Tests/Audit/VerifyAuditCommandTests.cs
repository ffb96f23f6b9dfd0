using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Status;

namespace Promote.Credentials.Server.Tests.Audit;

/// <summary>What an operator and their scripts see of the chain, on the database of a service that awarded something.</summary>
[Trait("speed", "slow")]
public sealed class VerifyAuditCommandTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task It_ends_with_0_when_intact_with_2_without_the_file_and_with_3_when_broken_until_it_is_accepted(Database kind)
    {
        await using var chained = new Chained(await TestDatabase.CreateMigratedAsync(kind));
        var database = chained.Database;
        var seed = await Seed.AddAsync(database);
        await using (var service = await ServiceProcess.StartAsync(database, Given.SameAddress))
        {
            var given = await Given.AwardAsync(service, seed, "kept");
            await given.ChangeAsync("revoke", "Awarded by mistake");
            await UntilChainedAsync(chained);
        }

        Assert.StartsWith("intact: ", (await RunAsync(database)).Output.Trim(), StringComparison.Ordinal);
        var remembered = await File.ReadAllTextAsync(chained.HeadFile.Path);
        File.Delete(chained.HeadFile.Path);
        Assert.Equal(2, (await RunAsync(database)).ExitCode);
        await File.WriteAllTextAsync(chained.HeadFile.Path, remembered);

        await chained.AttackAsync("DELETE FROM audit WHERE sequence = (SELECT max(sequence) FROM audit)");
        var (exitCode, said) = await RunAsync(database);
        Assert.Equal(3, exitCode);
        Assert.Contains("cut off", said, StringComparison.Ordinal);

        await ServiceProcess.RunCommandAsync(database, "audit accept --reason restored", Given.SameAddress);
        Assert.Equal(0, (await RunAsync(database)).ExitCode);
        Assert.Equal(1, await database.CountAsync("SELECT count(*) FROM audit WHERE action = 'audit.accepted' AND detail LIKE '%restored%'"));
    }

    private static Task<(int ExitCode, string Output)> RunAsync(TestDatabase database) => ServiceProcess.RunCommandToEndAsync(database, "audit verify", Given.SameAddress);

    // The file is written after the commit: a service that is stopped in between remembers an earlier end.
    private static async Task UntilChainedAsync(Chained chained)
    {
        for (var tries = 0;
            await chained.Database.CountAsync("SELECT count(*) FROM audit WHERE sequence IS NULL") > 0
            || chained.HeadFile.Read()?.Sequence != await chained.Database.CountAsync("SELECT max(sequence) FROM audit");
            tries++)
        {
            Assert.True(tries < 300, "The audit trail was not chained.");
            await Task.Delay(50);
        }
    }
}
