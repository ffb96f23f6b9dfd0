using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Promote.Credentials.Server.People;
using Promote.Credentials.Server.Tests.Desk;
using Promote.Credentials.Server.Tests.Fixtures;

namespace Promote.Credentials.Server.Tests.People;

/// <summary>Passkeys, with a device of the tests that can lie.</summary>
public sealed partial class PasskeyTests(StartedOnBoth services) : IClassFixture<StartedOnBoth>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_passkey_is_both_factors_in_one(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        using var joined = await Staff.JoinAsync(service, $"one.{kind}@passkey.example", "assessor");
        var secret = Secret().Match(await joined.ReadAsync("/desk/second-factor")).Groups["secret"].Value.Replace(" ", "", StringComparison.Ordinal);
        using var turnedOn = await joined.PostAsync("/desk/second-factor", ("code", OneTimeCodes.CodeOf(Base32.Decode(secret), TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30)));
        using var device = new PasskeyDevice(service.Url);
        using var added = await joined.AddPasskeyAsync(device);
        Assert.Equal("/desk/passkeys", added.Headers.Location?.OriginalString);
        Assert.Contains("Test phone", await joined.ReadAsync("/desk/passkeys"), StringComparison.Ordinal);

        using var person = Staff.Stranger(service);
        using var signedIn = await person.UsePasskeyAsync(device);

        Assert.Equal("/desk", signedIn.Headers.Location?.OriginalString);
        Assert.Contains("Test Person", await person.ReadAsync("/desk"), StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_answer_that_is_not_right_in_everything_opens_nothing(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        using var joined = await Staff.JoinAsync(service, $"two.{kind}@passkey.example", "assessor");
        using var other = await Staff.JoinAsync(service, $"three.{kind}@passkey.example", "assessor");
        using var otherDevice = new PasskeyDevice(service.Url);
        using var otherAdded = await other.AddPasskeyAsync(otherDevice);
        using var device = new PasskeyDevice(service.Url);
        using var added = await joined.AddPasskeyAsync(device);
        var (origin, host, owner) = (device.Origin, device.RpId, device.Owner);
        (string Why, Action Lie)[] lies =
        [
            ("another site", () => device.Origin = "https://evil.example"),
            ("another port", () => device.Origin = $"http://{host}:1"),
            ("another scheme", () => device.Origin = origin.Replace("http:", "https:", StringComparison.Ordinal)),
            ("a site that begins so", () => device.Origin = origin + ".evil.example"),
            ("a slash behind it", () => device.Origin = origin + "/"),
            ("no origin", () => device.Origin = ""),
            ("a frame of another site", () => device.IsFramed = true),
            ("made for another host", () => device.RpId = "evil.example"),
            ("nobody opened the device", () => device.IsVerified = false),
            ("nobody touched the device", () => device.IsPresent = false),
            ("counted back", () => device.Count -= 2),
            ("not counted", () => device.Count--),
            ("counted from the start", () => device.Count = uint.MaxValue),
            ("a signature that was changed", () => device.OnSignature = signature => [.. signature[..^1], (byte)(signature[^1] ^ 1)]),
            ("no signature", () => device.OnSignature = _ => []),
            ("a signature of zeros", () => device.OnSignature = signature => new byte[signature.Length]),
            ("the making of a passkey", () => device.Type = "webauthn.create"),
            ("another person's", () => device.Owner = otherDevice.Owner),
            ("nobody's", () => device.Owner = null),
            ("a person who does not exist", () => device.Owner = "AAAAAAAAAAAAAAAAAAAAAA"),
            ("another person's passkey", () => device.Id = otherDevice.Id),
        ];
        var (id, answers) = (device.Id, new HashSet<string>());
        foreach (var (why, lie) in lies)
        {
            var count = device.Count;
            lie();
            using var stranger = Staff.Stranger(service);
            using var refused = await stranger.UsePasskeyAsync(device);
            Assert.True(refused.StatusCode == HttpStatusCode.UnprocessableEntity, $"{why}: {refused.StatusCode}");
            answers.Add(await refused.Content.ReadAsStringAsync());

            (device.Origin, device.RpId, device.Owner, device.Id, device.IsFramed, device.IsVerified, device.IsPresent, device.Type) = (origin, host, owner, id, false, true, true, null);
            (device.OnSignature, device.Count) = (signature => signature, count + 1);
            using var right = await stranger.UsePasskeyAsync(device);
            Assert.True(right.Headers.Location?.OriginalString == "/desk", $"after {why}: {right.StatusCode}");
            using var otherRight = await stranger.UsePasskeyAsync(otherDevice);
            Assert.Equal("/desk", otherRight.Headers.Location?.OriginalString);
        }

        Assert.Single(answers);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_question_is_answered_once_by_the_browser_that_was_asked(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        using var joined = await Staff.JoinAsync(service, $"four.{kind}@passkey.example", "assessor");
        using var device = new PasskeyDevice(service.Url);
        using var added = await joined.AddPasskeyAsync(device);
        using var person = Staff.Stranger(service);
        var question = await person.AskAsync("/desk/sign-in/challenge");
        var answer = device.Get(question);
        using var thief = Staff.Stranger(service);
        using var withoutCookie = await thief.PostAsync("/desk/sign-in", ("credential", answer));
        _ = await thief.AskAsync("/desk/sign-in/challenge");
        using var withAnothers = await thief.PostAsync("/desk/sign-in", ("credential", answer));
        Assert.Equal((HttpStatusCode)422, withoutCookie.StatusCode);
        Assert.Equal((HttpStatusCode)422, withAnothers.StatusCode);

        var cookie = person.Cookie("promote-passkey");
        using var right = await person.PostAsync("/desk/sign-in", ("credential", answer));
        Assert.Equal("/desk", right.Headers.Location?.OriginalString);
        thief.SetCookie("promote-passkey", cookie);
        using var again = await thief.PostAsync("/desk/sign-in", ("credential", answer));
        thief.SetCookie("promote-passkey", cookie);
        using var counted = await thief.PostAsync("/desk/sign-in", ("credential", device.Get(question)));

        Assert.Equal((HttpStatusCode)422, again.StatusCode);
        Assert.Equal((HttpStatusCode)422, counted.StatusCode);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Any_node_takes_the_answer_and_of_many_at_once_only_one(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        using var joined = await Staff.JoinAsync(service, $"five.{kind}@passkey.example", "assessor");
        using var device = new PasskeyDevice(service.Url);
        using var added = await joined.AddPasskeyAsync(device);
        var neighbour = await services.NextToAsync(service, seed);
        using var person = Staff.Stranger(service);
        var answer = device.Get(await person.AskAsync("/desk/sign-in/challenge"));
        var cookie = person.Cookie("promote-passkey");

        var statuses = await Task.WhenAll(Enumerable.Range(0, 16).Select(async number =>
        {
            using var browser = Staff.Stranger(number % 2 == 0 ? neighbour : service);
            browser.SetCookie("promote-passkey", cookie);
            using var sent = await browser.PostAsync("/desk/sign-in", ("credential", answer));
            return sent.StatusCode;
        }));

        Assert.Single(statuses, HttpStatusCode.Redirect);
        Assert.Equal(15, statuses.Count(status => status == HttpStatusCode.UnprocessableEntity));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_question_for_one_thing_is_no_question_for_another(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        using var joined = await Staff.JoinAsync(service, $"six.{kind}@passkey.example", "assessor");
        using var device = new PasskeyDevice(service.Url);
        using var added = await joined.AddPasskeyAsync(device);

        using var confirmed = await joined.PostAsync("/desk/confirm", ("credential", device.Get(await joined.AskAsync("/desk/sign-in/challenge"))));
        using var opened = await joined.PostAsync("/desk/sign-in", ("credential", device.Get(await joined.AskAsync("/desk/confirm/challenge"))));
        using var another = new PasskeyDevice(service.Url);
        var question = await joined.AskAsync("/desk/passkeys/challenge");
        var cookie = joined.Cookie("promote-passkey");
        using var elsewhere = Staff.Stranger(service, joined.Email);
        using var signedIn = await elsewhere.SignInAsync();
        elsewhere.SetCookie("promote-passkey", cookie);
        using var inAnotherSession = await elsewhere.PostAsync("/desk/passkeys", ("name", "Stolen"), ("credential", another.Create(question)));
        using var own = await joined.PostAsync("/desk/confirm", ("credential", device.Get(await joined.AskAsync("/desk/confirm/challenge"))));

        Assert.Equal((HttpStatusCode)422, confirmed.StatusCode);
        Assert.Equal((HttpStatusCode)422, opened.StatusCode);
        Assert.Equal((HttpStatusCode)422, inAnotherSession.StatusCode);
        Assert.Equal("/desk/passkeys", own.Headers.Location?.OriginalString);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_passkey_that_was_made_wrongly_is_not_kept(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        using var joined = await Staff.JoinAsync(service, $"seven.{kind}@passkey.example", "assessor");
        using var other = await Staff.JoinAsync(service, $"eight.{kind}@passkey.example", "assessor");
        using var taken = new PasskeyDevice(service.Url);
        using var otherAdded = await other.AddPasskeyAsync(taken);
        (string Why, Action<PasskeyDevice> Lie)[] lies =
        [
            ("another site", device => device.Origin = "https://evil.example"),
            ("a frame of another site", device => device.IsFramed = true),
            ("made for another host", device => device.RpId = "evil.example"),
            ("nobody opened the device", device => device.IsVerified = false),
            ("nobody touched the device", device => device.IsPresent = false),
            ("an answer of a passkey", device => device.Type = "webauthn.get"),
            ("another person's passkey", device => device.Id = taken.Id),
            ("no id", device => device.Id = []),
            ("an algorithm that is none", device => device.Algorithm = -999),
        ];
        foreach (var (why, lie) in lies)
        {
            using var device = new PasskeyDevice(service.Url);
            lie(device);
            using var refused = await joined.AddPasskeyAsync(device, why);
            Assert.True(refused.StatusCode == HttpStatusCode.UnprocessableEntity, $"{why}: {refused.StatusCode}");
        }

        foreach (var nonsense in (string[])["{}", "null", "[]", "{", "\"x\"", "{\"id\":1}", new string('[', 5000), "{\"id\":\"AAAA\",\"id\":\"AAAA\"}"])
        {
            _ = await joined.AskAsync("/desk/passkeys/challenge");
            using var refused = await joined.PostAsync("/desk/passkeys", ("name", "Nonsense"), ("credential", nonsense));
            Assert.Equal((HttpStatusCode)422, refused.StatusCode);
            using var stranger = Staff.Stranger(service);
            _ = await stranger.AskAsync("/desk/sign-in/challenge");
            using var alsoRefused = await stranger.PostAsync("/desk/sign-in", ("credential", nonsense));
            Assert.Equal((HttpStatusCode)422, alsoRefused.StatusCode);
        }

        Assert.Contains("You have no passkey yet.", await joined.ReadAsync("/desk/passkeys"), StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_removed_passkey_is_answered_as_one_that_never_was(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        using var joined = await Staff.JoinAsync(service, $"nine.{kind}@passkey.example", "assessor");
        using var device = new PasskeyDevice(service.Url);
        using var added = await joined.AddPasskeyAsync(device);
        using var elsewhere = Staff.Stranger(service);
        using var signedIn = await elsewhere.UsePasskeyAsync(device);
        var id = Remove().Match(await joined.ReadAsync("/desk/passkeys")).Groups["id"].Value;

        using var byAnother = await Staff.JoinAsync(service, $"ten.{kind}@passkey.example", "administrator");
        using var notTheirs = await byAnother.PostAsync("/desk/passkeys", ("remove", id));
        Assert.Equal((HttpStatusCode)422, notTheirs.StatusCode);
        using var back = await elsewhere.GetAsync("/desk");
        Assert.Equal(HttpStatusCode.OK, back.StatusCode);
        using var removed = await joined.PostAsync("/desk/passkeys", ("remove", id));
        Assert.Equal("/desk/passkeys", removed.Headers.Location?.OriginalString);

        using var ended = await elsewhere.GetAsync("/desk");
        Assert.Equal("/desk/sign-in", ended.Headers.Location?.OriginalString);
        using var gone = await elsewhere.UsePasskeyAsync(device);
        using var never = new PasskeyDevice(service.Url) { Owner = device.Owner };
        using var unknownPasskey = await elsewhere.UsePasskeyAsync(never);
        never.Owner = "AAAAAAAAAAAAAAAAAAAAAA";
        using var unknownPerson = await elsewhere.UsePasskeyAsync(never);
        Assert.All([gone, unknownPasskey, unknownPerson], answer => Assert.Equal((HttpStatusCode)422, answer.StatusCode));
        Assert.Equal(await gone.Content.ReadAsStringAsync(), await unknownPasskey.Content.ReadAsStringAsync());
        Assert.Equal(await gone.Content.ReadAsStringAsync(), await unknownPerson.Content.ReadAsStringAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_lost_their_role_may_nothing_with_their_passkey(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        using var joined = await Staff.JoinAsync(service, $"eleven.{kind}@passkey.example", "administrator");
        using var device = new PasskeyDevice(service.Url);
        using var added = await joined.AddPasskeyAsync(device);
        await PeopleTests.ChangeRolesAsync(service, joined.Email);

        using var person = Staff.Stranger(service);
        using var signedIn = await person.UsePasskeyAsync(device);

        Assert.Contains("You have no role here any more.", await person.ReadAsync("/desk"), StringComparison.Ordinal);
        foreach (var path in (string[])["/desk/people", "/desk/awards", "/desk/achievements", "/desk/assessments/new"])
        {
            using var page = await person.GetAsync(path);
            Assert.Equal(HttpStatusCode.Forbidden, page.StatusCode);
        }

        using var asked = await person.PostAsync("/desk/passkeys/challenge");
        using var another = await person.PostAsync("/desk/passkeys", ("name", "Another"), ("credential", "{}"));
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (asked.StatusCode, another.StatusCode));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Wrong_passwords_and_wrong_passkeys_close_one_account(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        using var joined = await Staff.JoinAsync(service, $"twelve.{kind}@passkey.example", "assessor");
        using var device = new PasskeyDevice(service.Url);
        using var added = await joined.AddPasskeyAsync(device);
        using var person = Staff.Stranger(service, joined.Email);
        device.OnSignature = _ => [1, 2, 3];
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            using var wrong = await person.UsePasskeyAsync(device);
            Assert.Equal((HttpStatusCode)422, wrong.StatusCode);
        }

        for (var attempt = 1; attempt <= 2; attempt++)
        {
            using var wrong = await person.SignInAsync("guess");
            Assert.Equal((HttpStatusCode)422, wrong.StatusCode);
        }

        device.OnSignature = signature => signature;
        using var rightPasskey = await person.UsePasskeyAsync(device);
        using var rightPassword = await person.SignInAsync();
        Assert.Equal(((HttpStatusCode)422, (HttpStatusCode)422), (rightPasskey.StatusCode, rightPassword.StatusCode));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Another_site_gets_no_question_and_without_a_session_only_that_of_sign_in_is_asked(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        using var joined = await Staff.JoinAsync(service, $"fourteen.{kind}@passkey.example", "assessor");
        using var stranger = Staff.Stranger(service);
        foreach (var path in (string[])["/desk/sign-in/challenge", "/desk/confirm/challenge", "/desk/passkeys/challenge"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Headers = { { "Sec-Fetch-Site", "cross-site" } } };
            using var refused = await joined.SendAsync(request);
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
            using var read = await joined.GetAsync(path);
            Assert.Equal(HttpStatusCode.MethodNotAllowed, read.StatusCode);
            using var unknown = await stranger.PostAsync(path);
            Assert.Equal(path == "/desk/sign-in/challenge" ? HttpStatusCode.OK : HttpStatusCode.Redirect, unknown.StatusCode);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_names_a_person_or_a_device_lies_readable_nowhere(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        using var joined = await Staff.JoinAsync(service, $"thirteen.{kind}@passkey.example", "assessor");
        using var device = new PasskeyDevice(service.Url);
        using var added = await joined.AddPasskeyAsync(device, "Cell block phone");
        var question = await joined.AskAsync("/desk/passkeys/challenge");
        Assert.Equal(joined.Email, question.GetProperty("user").GetProperty("name").GetString());

        foreach (var table in (string[])["passkeys", "passkey_challenges", "audit", "people"])
        {
            var rows = await service.Database.QueryAsync($"SELECT * FROM {table}");
            Assert.NotEmpty(rows);
            foreach (var row in rows)
            {
                var text = string.Join('\n', row.Select(value => value is byte[] bytes ? Encoding.Latin1.GetString(bytes) : value?.ToString()));
                foreach (var secret in (string[])["passkey.example", "Test Person", "Cell block phone", question.GetProperty("challenge").GetString()!, Encoding.Latin1.GetString(device.Id)])
                {
                    Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase);
                }
            }
        }

        Assert.DoesNotContain("passkey.example", service.Output, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Cell block phone", service.Output, StringComparison.Ordinal);
        var audit = (await service.Client.GetFromJsonAsync<JsonElement>("/api/v1/audit")).GetProperty("items").EnumerateArray();
        Assert.Single(audit, act => act.GetProperty("action").GetString() == "person.passkeyAdded");
    }

    [GeneratedRegex("""<code>(?<secret>[A-Z2-7 ]{32,50})</code>""", RegexOptions.ExplicitCapture)]
    private static partial Regex Secret();

    [GeneratedRegex("""name="remove" value="(?<id>[^"]+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Remove();
}
