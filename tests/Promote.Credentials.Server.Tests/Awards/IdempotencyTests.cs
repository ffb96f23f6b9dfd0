using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Promote.Credentials.Server.Tests.Fixtures;

namespace Promote.Credentials.Server.Tests.Awards;

[Trait("speed", "slow")]
public sealed class IdempotencyTests(StartedOnBoth services) : IClassFixture<StartedOnBoth>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Fifty_equal_posts_at_once_make_one_award_and_get_one_answer(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => PostAsync(service, AwardRequest.For(seed), "race")));

        Assert.Equal(HttpStatusCode.Created, answers[0].Status);
        Assert.Single(answers.Distinct());
        await Ledger.AssertWholeAsync(service.Database, 1, seed);
    }

    [Theory, OnPostgres]
    public async Task The_race_may_run_over_two_nodes(Database kind)
    {
        var (one, seed) = await services.OnAsync(kind);
        var two = await services.NextToAsync(one, seed);

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => PostAsync(i % 2 == 0 ? one : two, AwardRequest.For(seed), "race")));

        Assert.Equal(HttpStatusCode.Created, answers[0].Status);
        Assert.Single(answers.Distinct());
        await Ledger.AssertWholeAsync(one.Database, 1, seed);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Twenty_awards_at_once_to_one_new_learner_keep_one_learner(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => PostAsync(service, AwardRequest.For(seed), $"key-{i}")));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.Status));
        Assert.Equal(20, answers.Distinct().Count());
        Assert.Equal(1, await service.Database.CountAsync($"SELECT count(*) FROM learners WHERE issuer_id = '{seed.IssuerId}'"));
        await Ledger.AssertWholeAsync(service.Database, 20, seed);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_key_belongs_to_one_body_and_one_issuer(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        var other = services.Another(kind);
        var body = AwardRequest.For(seed);
        var first = await PostAsync(service, body, "k1");

        var reordered = await PostAsync(service, new JsonObject(body.Reverse().Select(member => new KeyValuePair<string, JsonNode?>(member.Key, member.Value?.DeepClone()))), "k1");
        body["narrative"] = "Something else.";
        var changed = await PostAsync(service, body, "k1");
        await service.Database.ExecuteAsync($"UPDATE achievements SET state = 'retired' WHERE issuer_id = '{seed.IssuerId}'");
        var afterwards = await PostAsync(service, AwardRequest.For(seed), "k1");
        service.ActFor(other);
        var stranger = await PostAsync(service, AwardRequest.For(other), "k1");

        Assert.Equal(HttpStatusCode.Created, first.Status);
        Assert.Equal(first, reordered);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, changed.Status);
        Assert.Contains("PC-R012", changed.Body, StringComparison.Ordinal);
        Assert.Equal(first, afterwards);
        Assert.Equal(HttpStatusCode.Created, stranger.Status);
        Assert.NotEqual(first, stranger);
        await Ledger.AssertWholeAsync(service.Database, 2, seed, other);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_not_a_key_is_refused(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);

        foreach (var keys in new string[][] { [""], ["two words"], [new string('k', 256)], ["one", "two"] })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/awards")
            {
                Content = new StringContent(AwardRequest.For(seed).ToJsonString(), Encoding.UTF8, "application/json"),
            };
            request.Headers.TryAddWithoutValidation("Idempotency-Key", keys);
            using var answer = await service.Client.SendAsync(request);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        }

        await Ledger.AssertWholeAsync(service.Database, 0, seed);
    }

    private static async Task<(HttpStatusCode Status, string Body)> PostAsync(TestedService service, JsonNode body, string key)
    {
        using var answer = await AwardRequest.SendAsync(service.Client, body, key);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
