using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;
using Promote.Credentials.Server.Tests.Batches;
using Promote.Credentials.Server.Tests.Desk;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Pathways;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.People;

/// <summary>Tokens of the identity provider in the place of an API key.</summary>
public sealed class ProviderTokenTests(StartedWithProvider services) : IClassFixture<StartedWithProvider>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_token_lets_somebody_do_what_their_roles_say(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        var email = $"token.{kind}@provider.example";
        using var _ = await Staff.JoinAsync(service, email, "reader");
        using var client = StartedWithProvider.ClientWith(service, services.Provider.Token(email));

        var achievements = await client.GetFromJsonAsync<JsonElement>("/api/v1/achievements");
        Assert.Equal(seed.AchievementId, achievements.GetProperty("items")[0].GetProperty("id").GetString());
        using var refused = await client.GetAsync("/api/v1/people");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("insufficient_scope", refused.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_token_of_somebody_who_works_for_nobody_here_opens_nothing(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        _ = await Staff.InviteAsync(service, $"invited.{kind}@provider.example", "administrator");
        foreach (var email in (string[])[$"nobody.{kind}@provider.example", $"invited.{kind}@provider.example"])
        {
            using var client = StartedWithProvider.ClientWith(service, services.Provider.Token(email));
            using var answer = await client.GetAsync("/api/v1/achievements");
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_works_for_two_issuers_says_for_which_one(Database kind)
    {
        var (service, first) = await services.OnAsync(kind);
        var email = $"two.{kind}@provider.example";
        using var person = await Staff.JoinAsync(service, email, "reader");
        var second = services.Another(kind);
        service.ActFor(second);
        using var _ = await person.PostAsync(await Staff.InviteAsync(service, email, "reader"), ("password", Staff.Password));
        var token = services.Provider.Token(email);

        using var unclear = StartedWithProvider.ClientWith(service, token);
        using var answer = await unclear.GetAsync("/api/v1/achievements");
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        foreach (var seed in (Seed[])[first, second])
        {
            using var clear = StartedWithProvider.ClientWith(service, token, seed.Slug);
            var achievements = await clear.GetFromJsonAsync<JsonElement>("/api/v1/achievements");
            Assert.Equal(seed.AchievementId, achievements.GetProperty("items")[0].GetProperty("id").GetString());
        }

        using var elsewhere = StartedWithProvider.ClientWith(service, token, services.Another(kind).Slug);
        using var refused = await elsewhere.GetAsync("/api/v1/achievements");
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nobody_changes_their_own_roles(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        var email = $"boss.{kind}@provider.example";
        using var boss = await Staff.JoinAsync(service, email, "administrator");
        using var client = StartedWithProvider.ClientWith(service, services.Provider.Token(email));
        var own = (await client.GetFromJsonAsync<JsonElement>("/api/v1/people")).GetProperty("items").EnumerateArray().Single().GetProperty("id").GetString();

        using var answer = await client.PutAsync($"/api/v1/people/{own}", Samples.Json("""{"roles": ["administrator", "validator"]}"""));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("PC-R028", (await Problem.ReadAsync(answer)).Code);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nobody_awards_to_themselves(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        var email = $"self.{kind}@provider.example";
        using var person = await Staff.JoinAsync(service, email, "assessor");
        using var client = StartedWithProvider.ClientWith(service, services.Provider.Token(email));
        var body = AwardRequest.For(seed);
        body["learner"]!["email"] = email.ToUpperInvariant();

        using var answer = await AwardRequest.SendAsync(client, body);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("PC-R028", (await Problem.ReadAsync(answer)).Code);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nobody_awards_to_themselves_by_a_batch(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        var email = $"batch.{kind}@provider.example";
        using var person = await Staff.JoinAsync(service, email, "assessor");
        using var client = StartedWithProvider.ClientWith(service, services.Provider.Token(email));
        var achievement = await Walked.AchievementAsync(service, "Cohort");

        // The issuer knows whose the second one is, though the line has no address.
        var known = AwardRequest.For(seed);
        (known["learner"]!["email"], known["learner"]!["identifier"]) = (email, $"known-{kind}");
        using var awarded = await AwardRequest.SendAsync(service.Client, known);
        Assert.Equal(HttpStatusCode.Created, awarded.StatusCode);
        var file = $"givenName,familyName,email,identifier,awardedOn\nAna,One,{email.ToUpperInvariant()},,2026-03-20\nAna,One,,known-{kind},2026-03-20\nEva,Two,eva@prison.example,,2026-03-20\n";
        using var sent = await client.PostAsync($"/api/v1/batches?achievement={achievement}", new StringContent(file, Encoding.UTF8, "text/csv"));
        Assert.Equal(HttpStatusCode.Accepted, sent.StatusCode);
        var batch = new Sent(service, (await sent.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!);

        Assert.Equal((3, 1, 2, 0, 0), Sent.CountsOf(await batch.UntilAsync("awaitingConfirmation")));
        Assert.Equal(["1:  PC-R028", "2:  PC-R028"], (await batch.RowsAsync("bad")).Select(Sent.ProblemsOf));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nobody_revokes_their_own_award_among_many(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        var email = $"many.{kind}@provider.example";
        using var person = await Staff.JoinAsync(service, email, "programmeManager");
        using var client = StartedWithProvider.ClientWith(service, services.Provider.Token(email));
        var achievement = await Walked.AchievementAsync(service, "Cohort");
        var issued = await Sent.PostAsync(service, achievement, $"givenName,familyName,email,awardedOn\nAna,One,{email.ToUpperInvariant()},2026-03-20\nEva,Two,eva@prison.example,2026-03-20\n", "&confirm=true");
        _ = await issued.UntilAsync("done");

        using var sent = await client.PostAsync("/api/v1/batches/revoke", Samples.Json($$"""{"awards": {"achievement": "{{achievement}}"}, "reason": "Awarded by mistake"}"""));
        Assert.True(sent.StatusCode == HttpStatusCode.Accepted, await sent.Content.ReadAsStringAsync());
        var batch = new Sent(service, (await sent.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!);

        Assert.Equal((2, 1, 1, 0, 0), Sent.CountsOf(await batch.UntilAsync("awaitingConfirmation")));
        Assert.EndsWith(" PC-R028", Sent.ProblemsOf(Assert.Single(await batch.RowsAsync("bad"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tokens_that_are_not_what_they_should_be_open_nothing()
    {
        var (service, _) = await services.OnAsync(Database.Sqlite);
        const string Email = "strict@provider.example";
        using var person = await Staff.JoinAsync(service, Email, "reader");
        var provider = services.Provider;
        using var foreignKey = RSA.Create(2048);
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var good = provider.Token(Email);
        (string Why, string Token)[] tokens =
        [
            ("another issuer", provider.Token(Email, token => token.Issuer = "https://evil.example")),
            ("another audience", provider.Token(Email, token => token.Audience = "another service")),
            ("no audience", provider.Token(Email, token => token.Audience = null)),
            ("over", provider.Token(Email, token => (token.NotBefore, token.Expires) = (now.AddHours(-2), now.AddHours(-1)))),
            ("not yet", provider.Token(Email, token => (token.NotBefore, token.Expires) = (now.AddHours(1), now.AddHours(2)))),
            ("no end", provider.Token(Email, token => token.Expires = null)),
            ("another key", provider.Token(Email, signedBy: foreignKey)),
            ("a key that nobody publishes", provider.Token(Email, signedBy: foreignKey, keyId: "two")),
            ("address not verified", provider.Token(Email, token => token.Claims["email_verified"] = false)),
            ("address verified as text", provider.Token(Email, token => token.Claims["email_verified"] = "yes")),
            ("address not said to be verified", provider.Token(Email, token => token.Claims.Remove("email_verified"))),
            ("no address", provider.Token(Email, token => token.Claims.Remove("email"))),
            ("a logout token", provider.Token(Email, token => token.TokenType = "logout+jwt")),
            ("the public key as a secret", Hmac(good)),
            ("no signature", good[..(good.LastIndexOf('.') + 1)]),
            ("alg none", $"{Encode("""{"alg":"none"}""")}.{good.Split('.')[1]}."),
            ("a key in the header", provider.Token(Email, token => token.AdditionalHeaderClaims = new Dictionary<string, object> { ["jwk"] = new Dictionary<string, object> { ["kty"] = "RSA" } })),
            ("something behind it", good + ".x"),
        ];
        using var valid = StartedWithProvider.ClientWith(service, good);
        Assert.Equal(HttpStatusCode.OK, (await valid.GetAsync("/api/v1/achievements")).StatusCode);
        foreach (var (why, token) in tokens)
        {
            using var client = StartedWithProvider.ClientWith(service, token);
            using var answer = await client.GetAsync("/api/v1/achievements");
            Assert.True(answer.StatusCode == HttpStatusCode.Unauthorized, $"{why}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task While_the_provider_does_not_answer_nobody_says_that_a_token_is_wrong()
    {
        await using var provider = new IdentityProviderStub { IsDown = true };
        await using var database = await TestDatabase.CreateAsync(Database.Sqlite);
        await database.MigrateAsync();
        var seed = await Seed.AddAsync(database);
        await using var service = await ServiceInside.StartAsync(database, provider.Settings);
        service.ActFor(seed);
        using var person = await Staff.JoinAsync(service, "down@provider.example", "reader");
        using var client = StartedWithProvider.ClientWith(service, provider.Token("down@provider.example"));

        using var answer = await client.GetAsync("/api/v1/achievements");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await service.Client.GetAsync("/api/v1/achievements")).StatusCode);
    }

    private static string Hmac(string token)
    {
        var content = $"{Encode("""{"alg":"HS256","kid":"one","typ":"JWT"}""")}.{token.Split('.')[1]}";
        return $"{content}.{Base64UrlEncoder.Encode(HMACSHA256.HashData("one"u8, Encoding.ASCII.GetBytes(content)))}";
    }

    private static string Encode(string json) => Base64UrlEncoder.Encode(json);
}
