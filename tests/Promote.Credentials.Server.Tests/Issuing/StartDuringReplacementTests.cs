using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Promote.Credentials.Server.Tests.Fixtures;

namespace Promote.Credentials.Server.Tests.Issuing;

/// <summary>A node starts, and finishes what was promised, while another one is about to finish it.</summary>
public sealed class StartDuringReplacementTests
{
    [Theory, OnPostgres]
    public async Task Neither_waits_for_what_the_other_needs(Database kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        var seed = await Seed.AddAsync(database);
        var address = ("Promote__PublicBaseUrl", "http://127.0.0.1:5000");
        await using var replacing = await ServiceProcess.StartAsync(database, address, ("ConnectionStrings__Credentials", "{database};Options=-c lock_timeout=3min -c statement_timeout=3min"));
        replacing.ActFor(seed);
        using var issued = await AwardRequest.SendAsync(replacing.Client, AwardRequest.For(seed));
        var award = (await issued.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();

        // Promised, and held up where the bits of the older award change.
        Task<HttpResponseMessage> answer;
        await using (await database.LockAsync("SELECT id FROM status_lists FOR NO KEY UPDATE"))
        {
            answer = replacing.Client.PostAsJsonAsync($"/api/v1/awards/{award}/replace", new { reason = "A mistake" });
            await UntilPromisedAsync(database);

            await using var starting = await ServiceProcess.StartAsync(database, address);
        }

        using var replaced = await answer;
        Assert.True(replaced.StatusCode == HttpStatusCode.Created, await replaced.Content.ReadAsStringAsync());
        Assert.Equal(1, await database.CountAsync("SELECT count(*) FROM audit WHERE action = 'award.replaced'"));
    }

    private static async Task UntilPromisedAsync(TestDatabase database)
    {
        var started = Stopwatch.GetTimestamp();
        while (await database.CountAsync("SELECT count(*) FROM awards WHERE state = 'intended'") == 0)
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromMinutes(1), "Nothing was promised.");
            await Task.Delay(50);
        }
    }
}
