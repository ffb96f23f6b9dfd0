using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Tests.Assessments;
using Promote.Credentials.Server.Tests.Batches;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Pathways;
using Promote.Credentials.Server.Tests.Profiles;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Learners;

/// <summary>Two learners turn out to be one person.</summary>
public sealed class MergeLearnerTests(StartedOnBoth services) : IClassFixture<StartedOnBoth>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task All_names_of_both_find_one(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        var named = new Named(service, seed);
        var first = await named.AwardAsync("lena-1", null);
        var second = await named.AwardAsync(null, "lena");
        var (one, other) = ((await named.FindAsync(identifier: "lena-1")).Id, (await named.FindAsync(email: "lena")).Id);

        foreach (var (into, from) in new[] { (one, other), (one, other), (other, one) })
        {
            var merged = await named.MergeAsync(into, from);
            Assert.Equal((one, other), (merged.Id, Assert.Single(merged.Merged)));
        }

        var third = await named.AwardAsync(null, "lena");
        var fourth = await named.AwardAsync("lena-2", "lena");
        foreach (var found in new[] { await named.FindAsync(identifier: "lena-1"), await named.FindAsync(email: "lena") })
        {
            Assert.Equal(one, found.Id);
            Assert.Equal([first.Id, second.Id, third.Id], found.Awards);
        }

        // Somebody else with that address has another identifier.
        Assert.Equal([fourth.Id], (await named.FindAsync(identifier: "lena-2")).Awards);
        Assert.Equal(1, await service.Database.CountAsync($"SELECT count(*) FROM audit WHERE action = 'learner.merged' AND subject = '{one}' AND detail = '{{\"learner\":\"{other}\"}}'"));
        foreach (var award in new[] { first, second, third })
        {
            Assert.Equal(("valid", "passed"), await award.VerdictAsync());
            Assert.Equal(HttpStatusCode.OK, (await service.Anonymous.GetAsync($"/credentials/{award.HolderId}")).StatusCode);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_chain_ends_at_the_last_one_and_many_at_once_make_no_circle(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        var named = new Named(service, seed);
        var ids = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            _ = await named.AwardAsync($"lena-{i}", null);
            ids.Add((await named.FindAsync(identifier: $"lena-{i}")).Id);
        }

        _ = await named.MergeAsync(ids[1], ids[0]);
        var (id, merged) = await named.MergeAsync(ids[2], ids[1]);
        Assert.Equal((ids[2], true), (id, merged.ToHashSet().SetEquals([ids[0], ids[1]])));
        Assert.Equal((ids[2], 3), await named.FindAsync(identifier: "lena-0") is var found ? (found.Id, found.Awards.Count) : default);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Named.SendMergeAsync(service.Client, ids[2 + (i % 3)], ids[2 + ((i + 1) % 3)])));

        Assert.All(answers, answer => Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable, $"{answer.StatusCode}"));
        _ = await named.MergeAsync(ids[3], ids[4]);
        _ = await named.MergeAsync(ids[2], ids[3]);
        foreach (var i in Enumerable.Range(0, 5))
        {
            Assert.Equal(5, (await named.FindAsync(identifier: $"lena-{i}")).Awards.Count);
        }

        Assert.Equal(1, await service.Database.CountAsync($"SELECT count(*) FROM learners WHERE issuer_id = '{seed.IssuerId}' AND merged_into IS NULL"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_is_not_there_or_gone_or_the_same_is_merged_with_nobody(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        var named = new Named(service, seed);
        foreach (var person in (string[])["lena", "karl", "gone"])
        {
            _ = await named.AwardAsync(person, null);
        }

        var (lena, karl, gone) = ((await named.FindAsync("lena")).Id, (await named.FindAsync("karl")).Id, (await named.FindAsync("gone")).Id);
        using var erased = await service.Client.PostAsync($"/api/v1/learners/{gone}/erase", Samples.Json("""{"reason": "requested"}"""));
        Assert.Equal(HttpStatusCode.OK, erased.StatusCode);
        var another = services.Another(kind);
        service.ActFor(another);
        var elsewhere = new Named(service, another);
        _ = await elsewhere.AwardAsync("lena", null);
        var foreign = (await elsewhere.FindAsync("lena")).Id;
        service.ActFor(seed);
        using var key = await service.Client.PostAsync("/api/v1/api-keys", Samples.Json("""{"name": "reader", "scopes": ["learners:read", "awards:write"]}"""));
        using var reader = Assessed.Client(service, (await key.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("key").GetString()!);

        await AssertRefusedAsync(service.Client, lena, lena, HttpStatusCode.UnprocessableEntity, "PC-R004", "/learner");
        await AssertRefusedAsync(service.Client, lena, RandomId.New(), HttpStatusCode.UnprocessableEntity, "PC-R010", "/learner");
        await AssertRefusedAsync(service.Client, lena, "karl", HttpStatusCode.UnprocessableEntity, "PC-R010", "/learner");
        await AssertRefusedAsync(service.Client, lena, foreign, HttpStatusCode.UnprocessableEntity, "PC-R010", "/learner");
        await AssertRefusedAsync(service.Client, foreign, lena, HttpStatusCode.NotFound, "PC-R010", null);
        await AssertRefusedAsync(service.Client, RandomId.New(), lena, HttpStatusCode.NotFound, "PC-R010", null);
        await AssertRefusedAsync(service.Client, lena, gone, HttpStatusCode.Conflict, "PC-R011", "/learner");
        await AssertRefusedAsync(service.Client, gone, lena, HttpStatusCode.Conflict, "PC-R011", "");
        await AssertRefusedAsync(reader, lena, karl, HttpStatusCode.Forbidden, "PC-R015", null);
        Assert.Equal(0, await service.Database.CountAsync("SELECT count(*) FROM learners WHERE merged_into IS NOT NULL AND issuer_id = '" + seed.IssuerId + "'"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_pathway_of_which_both_have_parts_is_complete_and_awarded_once(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        var named = new Named(service, seed);
        var walked = await Walked.ByAsync(service, seed, await Walked.AchievementAsync(service, "Second"));
        _ = await named.AwardAsync("lena-1", null, walked.Parts[0]);
        _ = await named.AwardAsync(null, "lena", walked.Parts[1]);
        foreach (var names in new[] { Named.By("lena-1", null), Named.By(null, "lena") })
        {
            Assert.Equal("missing", await StateAsync(service, walked, names.ToJsonString()));
        }

        _ = await named.MergeAsync((await named.FindAsync(email: "lena")).Id, (await named.FindAsync(identifier: "lena-1")).Id);

        foreach (var names in new[] { Named.By("lena-1", null), Named.By(null, "lena") })
        {
            Assert.Equal("met", await StateAsync(service, walked, names.ToJsonString()));
        }

        for (var tries = 0; await walked.AwardsAsync() == 0; tries++)
        {
            Assert.True(tries < 100, $"No award followed. {service.Output}");
            await Task.Delay(100);
        }

        // More of both changes nothing.
        _ = await named.AwardAsync("lena-1", null, walked.Parts[1]);
        _ = await named.AwardAsync(null, "lena", walked.Parts[0]);
        for (var tries = 0; await service.Database.CountAsync("SELECT count(*) FROM outbox WHERE done_at IS NULL") > 0; tries++)
        {
            Assert.True(tries < 300, "The awards were not announced.");
            await Task.Delay(50);
        }

        Assert.Equal((1, 1), (await walked.AwardsAsync(), await service.Database.CountAsync($"SELECT count(*) FROM pathway_completions WHERE pathway_id = '{walked.Id}'")));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_one_holds_is_held_by_both(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        var named = new Named(service, seed);
        var before = await Walked.AchievementAsync(service, "Before");
        var after = await Walked.AchievementAsync(service, "After", $$"""{"prerequisites": ["{{before}}"]}""");
        _ = await named.AwardAsync("lena-1", null, before);
        _ = await named.AwardAsync(null, "lena");
        const string File = "givenName,familyName,email,awardedOn\nLena,One,lena@prison.example,2026-03-20\n";
        var unknown = await Sent.PostAsync(service, before, File, "&dryRun=true");
        Assert.Equal((1, 1, 0, 0, 0), Sent.CountsOf(await unknown.UntilAsync("done")));
        using var lacking = await named.SendAsync(service.Client, null, "lena", after);
        Assert.Equal("PC-R029", (await Problem.ReadAsync(lacking)).Code);

        _ = await named.MergeAsync((await named.FindAsync(email: "lena")).Id, (await named.FindAsync(identifier: "lena-1")).Id);

        var known = await Sent.PostAsync(service, before, File, "&dryRun=true");
        Assert.Equal((1, 0, 1, 0, 0), Sent.CountsOf(await known.UntilAsync("done")));
        Assert.Contains("has a valid award", (await known.RowsAsync("bad"))[0].GetRawText());
        _ = await named.AwardAsync(null, "lena", after);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Issuers_of_a_network_are_asked_by_all_names_that_the_asking_one_has(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        var named = new Named(service, seed);
        var member = services.Another(kind);
        using var accredited = await service.Client.PostAsync("/api/v1/accreditations", Samples.Json($$"""{"member": "{{member.Slug}}"}"""));
        Assert.Equal(HttpStatusCode.Created, accredited.StatusCode);
        _ = await named.AwardAsync("lena-1", null);
        _ = await named.AwardAsync(null, "lena");
        service.ActFor(member);
        var theirs = new Named(service, member);
        var before = await Walked.AchievementAsync(service, "Before");
        _ = await theirs.AwardAsync("lena-1", null, before);
        service.ActFor(seed);
        var after = await Walked.AchievementAsync(service, "After", $$"""{"prerequisites": ["{{before}}"]}""");
        using var lacking = await named.SendAsync(service.Client, null, "lena", after);
        Assert.Equal("PC-R029", (await Problem.ReadAsync(lacking)).Code);

        // Whoever names both names two learners, and says so of nobody else.
        _ = await named.AwardAsync("lena-1", "lena");
        using var still = await named.SendAsync(service.Client, null, "lena", after);
        Assert.Equal("PC-R029", (await Problem.ReadAsync(still)).Code);
        _ = await named.MergeAsync((await named.FindAsync(identifier: "lena-1")).Id, (await named.FindAsync(email: "lena")).Id);

        _ = await named.AwardAsync(null, "lena", after);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_skills_map_counts_them_once(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        var named = new Named(service, seed);
        var profile = await Profile.ByAsync(service, seed);
        var achievement = await profile.AchievementAsync(Profile.Essential);
        for (var i = 0; i < 6; i++)
        {
            _ = await named.AwardAsync($"lena-{i}", null, achievement);
        }

        Assert.Equal((6, 6), await profile.PeopleAsync(Profile.Essential));
        _ = await named.MergeAsync((await named.FindAsync(identifier: "lena-0")).Id, (await named.FindAsync(identifier: "lena-1")).Id);
        Assert.Equal((5, 5), await profile.PeopleAsync(Profile.Essential));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_export_has_both_and_erasing_one_leaves_nothing_of_either(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        var named = new Named(service, seed);
        string[] canaries = ["zonary-platform-4712", "zonary@prison.example", "zonarygiven", "zonaryreason", "zonaryline"];
        var first = await named.AwardAsync(canaries[0], null);
        _ = await first.ChangeAsync("suspend", "zonaryreason");
        _ = await first.ChangeAsync("reinstate", "It was a mistake");
        using var assessed = await Assessed.ByAsync(service, seed);
        (assessed.Learner["givenName"], assessed.Learner["email"]) = ("zonarygiven", canaries[1]);
        var assessment = await assessed.OpenAsync();
        var (one, other) = ((await named.FindAsync(identifier: canaries[0])).Id, (await named.FindAsync(email: "zonary")).Id);
        var waiting = await Sent.PostAsync(service, await Walked.AchievementAsync(service, "Cohort"), $"givenName,familyName,email,awardedOn\nzonaryline,One,{canaries[1]},2026-03-20\n", "");
        _ = await waiting.UntilAsync("awaitingConfirmation");
        var wrapped = new List<(string, byte[])>();
        foreach (var id in (string[])[one, other])
        {
            wrapped.Add((id == one ? "first key" : "second key", (byte[])(await service.Database.QueryAsync($"SELECT wrapped_key FROM learners WHERE id = '{id}'"))[0][0]));
        }

        _ = await named.MergeAsync(one, other);
        foreach (var id in (string[])[one, other])
        {
            using var answer = await service.Client.PostAsync($"/api/v1/learners/{id}/export", null);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
            using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
            using var entry = new StreamReader(await zip.GetEntry("learner.json")!.OpenAsync());
            var json = await entry.ReadToEndAsync();
            Assert.All(canaries[..4], canary => Assert.Contains(canary, json, StringComparison.Ordinal));
            var exported = JsonSerializer.Deserialize<JsonElement>(json);
            Assert.Equal((one, other), (exported.GetProperty("id").GetString(), exported.GetProperty("merged")[0].GetProperty("id").GetString()));
            Assert.Equal((first.Id, assessment), (exported.GetProperty("awards")[0].GetProperty("id").GetString(), exported.GetProperty("assessments")[0].GetProperty("id").GetString()));
            Assert.Contains("learner.merged", json, StringComparison.Ordinal);
            Assert.NotNull(zip.GetEntry($"documents/{first.Id}.ob3.json"));
        }

        Assert.Equal(["first key", "second key"], await Traces.FindAsync(service.Database, wrapped));

        // By the one that was merged into the other.
        foreach (var id in (string[])[other, one])
        {
            using var erased = await service.Client.PostAsync($"/api/v1/learners/{id}/erase", Samples.Json("""{"reason": "requested"}"""));
            Assert.True(erased.StatusCode == HttpStatusCode.OK, await erased.Content.ReadAsStringAsync());
            Assert.Equal(id, (await erased.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString());
        }

        Assert.Empty(await Traces.FindAsync(service.Database, [.. wrapped, .. canaries.Select(canary => (canary, Encoding.UTF8.GetBytes(canary)))]));
        Assert.All(canaries, canary => Assert.DoesNotContain(canary, service.Output, StringComparison.OrdinalIgnoreCase));
        Assert.True(await first.IsSetAsync());
        foreach (var names in new[] { Named.By(canaries[0], null), Named.By(null, "zonary") })
        {
            using var gone = await service.Client.PostAsync("/api/v1/learners/find", Samples.Json(names.ToJsonString()));
            Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        }

        Assert.Equal(2, await service.Database.CountAsync($"SELECT count(*) FROM audit WHERE action = 'learner.erased' AND subject IN ('{one}', '{other}')"));
        Assert.Equal(0, await service.Database.CountAsync($"SELECT count(*) FROM learner_lookups WHERE learner_id IN ('{one}', '{other}')"));
        Assert.Equal(0, await service.Database.CountAsync($"SELECT count(*) FROM batch_lines WHERE batch_id = '{waiting.Id}' AND details IS NOT NULL"));

        // The same names are somebody new, and one, since both are given.
        _ = await named.AwardAsync(canaries[0], "zonary");
        Assert.Single((await named.FindAsync(email: "zonary")).Awards);
    }

    private static async Task<string?> StateAsync(TestedService service, Walked walked, string names)
    {
        using var answer = await service.Client.PostAsync($"/api/v1/pathways/{walked.Id}/progress", Samples.Json(names));
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("progress").GetProperty("state").GetString();
    }

    private static async Task AssertRefusedAsync(HttpClient client, string into, string other, HttpStatusCode status, string code, string? pointer)
    {
        using var answer = await Named.SendMergeAsync(client, into, other);
        var problem = await Problem.ReadAsync(answer);
        Assert.Equal((status, code), (answer.StatusCode, problem.Code));
        if (pointer is not null)
        {
            Assert.Equal(pointer, Assert.Single(problem.Errors!).Pointer);
        }
    }
}
