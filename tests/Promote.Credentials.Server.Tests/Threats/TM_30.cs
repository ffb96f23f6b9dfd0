using System.Net;
using System.Text.RegularExpressions;
using Promote.Credentials.Server.People;
using Promote.Credentials.Server.Tests.Desk;
using Promote.Credentials.Server.Tests.Fixtures;

namespace Promote.Credentials.Server.Tests.Threats;

/// <summary>Threat 30: passwords, codes, keys, links and cookies are guessed, one by one or many at once, or made from what a stolen database holds.</summary>
public sealed partial class TM_30(StartedOnBoth services) : IClassFixture<StartedOnBoth>
{
    private const int Tries = 5;

    [Theory, OnSqlite, OnPostgres]
    public async Task Many_wrong_passwords_at_once_close_the_account(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        using var joined = await Staff.JoinAsync(service, $"parallel.{kind}@guess.example", "assessor");

        await Task.WhenAll(Enumerable.Range(0, 40).Select(number => SignInAsync(service, joined.Email, $"a wrong password {number}")));

        Assert.False(await SignInAsync(service, joined.Email, Staff.Password));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Guesses_that_come_at_once_take_a_try_each(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        using var joined = await Staff.JoinAsync(service, $"each.{kind}@guess.example", "assessor");

        await Task.WhenAll(Enumerable.Range(0, Tries).Select(number => SignInAsync(service, joined.Email, $"a wrong password {number}")));

        Assert.False(await SignInAsync(service, joined.Email, Staff.Password));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task After_five_wrong_codes_the_right_one_opens_nothing(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        using var joined = await Staff.JoinAsync(service, $"codes.{kind}@guess.example", "assessor");
        var (key, recovery) = await TurnOnAsync(joined);
        using var thief = Staff.Stranger(service, joined.Email);
        using var signedIn = await thief.SignInAsync();
        await Task.WhenAll(Enumerable.Range(0, Tries).Select(number => thief.PostAsync("/desk/code", ("code", $"00000{number}"))));

        using var right = await thief.PostAsync("/desk/code", ("code", OneTimeCodes.CodeOf(key, (TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30) + 1)));
        using var rightRecovery = await thief.PostAsync("/desk/code", ("code", recovery));

        Assert.Equal(((HttpStatusCode)422, (HttpStatusCode)422), (right.StatusCode, rightRecovery.StatusCode));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Signing_in_again_gives_no_new_tries_for_codes(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        using var joined = await Staff.JoinAsync(service, $"again.{kind}@guess.example", "assessor");
        var (key, _) = await TurnOnAsync(joined);
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            using var thief = Staff.Stranger(service, joined.Email);
            using var signedIn = await thief.SignInAsync();
            using var wrong = await thief.PostAsync("/desk/code", ("code", $"00000{attempt}"));
        }

        using var last = Staff.Stranger(service, joined.Email);
        using var password = await last.SignInAsync();
        using var right = await last.PostAsync("/desk/code", ("code", OneTimeCodes.CodeOf(key, (TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30) + 1)));

        Assert.Equal((HttpStatusCode)422, password.StatusCode);
        Assert.NotEqual("/desk", right.Headers.Location?.OriginalString);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_link_of_an_invitation_is_no_place_to_guess_a_password(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        using var joined = await Staff.JoinAsync(service, $"link.{kind}@guess.example", "assessor");
        service.ActFor(services.Another(kind));
        var link = await Staff.InviteAsync(service, joined.Email, "reader");
        using var thief = Staff.Stranger(service);
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            using var wrong = await thief.PostAsync(link, ("password", $"a wrong password {attempt}"));
            Assert.Equal((HttpStatusCode)422, wrong.StatusCode);
        }

        using var right = await thief.PostAsync(link, ("password", Staff.Password));

        Assert.Equal((HttpStatusCode)422, right.StatusCode);
        Assert.False(await SignInAsync(service, joined.Email, Staff.Password));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_page_that_asks_once_more_is_no_place_to_guess_a_password(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        using var joined = await Staff.JoinAsync(service, $"confirm.{kind}@guess.example", "assessor");
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            using var wrong = await joined.PostAsync("/desk/confirm", ("password", $"a wrong password {attempt}"));
            Assert.Equal((HttpStatusCode)422, wrong.StatusCode);
        }

        using var right = await joined.PostAsync("/desk/confirm", ("password", Staff.Password));

        Assert.Equal((HttpStatusCode)422, right.StatusCode);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_a_stolen_database_holds_opens_nothing(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        using var joined = await Staff.JoinAsync(service, $"stolen.{kind}@guess.example", "administrator");
        _ = await Staff.InviteAsync(service, $"waits.{kind}@guess.example", "administrator");
        foreach (var (table, column) in new[] { ("sessions", "hash"), ("memberships", "invitation_hash"), ("api_keys", "hash") })
        {
            var hash = (byte[])(await service.Database.QueryAsync($"SELECT {column} FROM {table} WHERE {column} IS NOT NULL LIMIT 1"))[0][0];
            foreach (var text in (string[])[System.Buffers.Text.Base64Url.EncodeToString(hash), Convert.ToHexStringLower(hash), Convert.ToBase64String(hash)])
            {
                using var thief = Staff.Stranger(service);
                thief.SetCookie("promote", Uri.EscapeDataString(text));
                using var desk = await thief.GetAsync("/desk");
                using var link = await thief.GetAsync($"/desk/invitations/{Uri.EscapeDataString(text)}");
                using var key = await AskAsync(service, text);
                using var named = await AskAsync(service, $"pk_{text}");
                Assert.Equal("/desk/sign-in", desk.Headers.Location?.OriginalString);
                Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (link.StatusCode, key.StatusCode, named.StatusCode));
            }
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_key_that_is_nearly_right_is_wrong(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        var key = seed.ApiKey;
        var other = services.Another(kind).ApiKey;
        foreach (var guess in (string[])[key[..^1], key + "A", key.ToUpperInvariant(), key[..26] + other[26..], "pk_" + key, key.Replace("pk_", "", StringComparison.Ordinal), key[..^1] + (key[^1] == 'A' ? 'B' : 'A'), key + "=", key[..26] + "*"])
        {
            using var answer = await AskAsync(service, guess);
            Assert.True(answer.StatusCode == HttpStatusCode.Unauthorized, guess == key ? "the key itself" : $"{answer.StatusCode}");
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Links_and_cookies_have_too_many_bits_to_be_guessed_and_no_order(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        var links = new List<string>();
        for (var count = 0; count < 8; count++)
        {
            links.Add((await Staff.InviteAsync(service, $"order.{count}.{kind}@guess.example", "reader")).Split('/')[^1]);
        }

        Assert.All(links, link => Assert.Equal(43, link.Length));
        Assert.Equal(links.Count, links.Select(link => link[..6]).Distinct().Count());
        Assert.NotEqual(links.Order(StringComparer.Ordinal), links);
        using var thief = Staff.Stranger(service);
        foreach (var guess in (string[])[links[0][..^1] + "A", links[0][..^2] + links[1][^2..], new string('A', 43), "%", "' OR 1=1 --", links[0].ToUpperInvariant()])
        {
            using var answer = await thief.GetAsync($"/desk/invitations/{Uri.EscapeDataString(guess)}");
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound || guess == links[0], guess);
        }
    }

    private static async Task<bool> SignInAsync(TestedService service, string email, string password)
    {
        using var thief = Staff.Stranger(service, email);
        using var answer = await thief.SignInAsync(password);
        return answer.StatusCode == HttpStatusCode.Redirect;
    }

    private static async Task<HttpResponseMessage> AskAsync(TestedService service, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/achievements");
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {key}");
        return await service.Anonymous.SendAsync(request);
    }

    private static async Task<(byte[] Key, string Recovery)> TurnOnAsync(Staff person)
    {
        var key = Base32.Decode(Secret().Match(await person.ReadAsync("/desk/second-factor")).Groups["secret"].Value.Replace(" ", "", StringComparison.Ordinal));
        using var turnedOn = await person.PostAsync("/desk/second-factor", ("code", OneTimeCodes.CodeOf(key, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30)));
        return (key, Recovery().Match(await turnedOn.Content.ReadAsStringAsync()).Groups["code"].Value);
    }

    [GeneratedRegex("""<code>(?<secret>[A-Z2-7 ]{32,50})</code>""", RegexOptions.ExplicitCapture)]
    private static partial Regex Secret();

    [GeneratedRegex("""<li><code>(?<code>[^<]+)</code></li>""", RegexOptions.ExplicitCapture)]
    private static partial Regex Recovery();
}
