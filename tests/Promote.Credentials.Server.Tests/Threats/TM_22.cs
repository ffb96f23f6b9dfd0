using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Promote.Credentials.Server.People;
using Promote.Credentials.Server.Tests.Assessments;
using Promote.Credentials.Server.Tests.Desk;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.People;
using Promote.Credentials.Server.Tests.Status;

namespace Promote.Credentials.Server.Tests.Threats;

/// <summary>Threat 22: what counted once is sent again, alone or many times at once.</summary>
public sealed partial class TM_22(StartedWithProvider services) : IClassFixture<StartedWithProvider>
{
    private const int AtOnce = 24;

    [Theory, OnSqlite, OnPostgres]
    public async Task One_invitation_that_many_accept_at_once_lets_one_of_them_in(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        var link = await Staff.InviteAsync(service, $"invited.{kind}@replay.example", "reader");

        var entered = await AtOnceAsync(async number =>
        {
            using var thief = Staff.Stranger(service);
            using var answer = await thief.PostAsync(link, ("name", $"Thief {number}"), ("password", $"correct horse battery {number}"));
            return answer.Headers.Location?.OriginalString == "/desk";
        });

        Assert.Equal(1, entered);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task One_code_that_is_sent_many_times_at_once_opens_one_session(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        using var joined = await Staff.JoinAsync(service, $"code.{kind}@replay.example", "assessor");
        var (key, _) = await TurnOnAsync(joined);
        var sessions = await SessionsAsync(service, joined.Email, 4);
        var code = OneTimeCodes.CodeOf(key, (TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30) + 1);

        var opened = await Task.WhenAll(sessions.Select(session => OpensAsync(session, code)));

        Assert.Equal(1, opened.Count(isOpen => isOpen));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task One_recovery_code_that_is_sent_many_times_at_once_opens_one_session(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        using var joined = await Staff.JoinAsync(service, $"recovery.{kind}@replay.example", "assessor");
        var (_, recovery) = await TurnOnAsync(joined);
        var sessions = await SessionsAsync(service, joined.Email, 4);

        var opened = await Task.WhenAll(sessions.Select(session => OpensAsync(session, recovery)));

        Assert.Equal(1, opened.Count(isOpen => isOpen));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_cookie_of_a_session_that_was_ended_opens_nothing(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        using var joined = await Staff.JoinAsync(service, $"ended.{kind}@replay.example", "assessor");
        var cookie = joined.Cookie("promote");
        using var signedOut = await joined.PostAsync("/desk/sign-out");

        using var thief = Staff.Stranger(service);
        thief.SetCookie("promote", cookie);
        using var page = await thief.GetAsync("/desk");
        using var form = await thief.PostAsync("/desk/passkeys/challenge");

        Assert.Equal(("/desk/sign-in", "/desk/sign-in"), (page.Headers.Location?.OriginalString, form.Headers.Location?.OriginalString));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_cookie_that_was_there_before_a_new_second_factor_opens_nothing(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        using var joined = await Staff.JoinAsync(service, $"older.{kind}@replay.example", "assessor");
        using var thief = Staff.Stranger(service, joined.Email);
        using var signedIn = await thief.SignInAsync();
        using var device = new PasskeyDevice(service.Url);
        using var added = await joined.AddPasskeyAsync(device);

        using var page = await thief.GetAsync("/desk");

        Assert.Equal("/desk/sign-in", page.Headers.Location?.OriginalString);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_new_passkey_that_is_sent_twice_is_kept_once(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        using var joined = await Staff.JoinAsync(service, $"twice.{kind}@replay.example", "assessor");
        using var device = new PasskeyDevice(service.Url);
        var made = device.Create(await joined.AskAsync("/desk/passkeys/challenge"));
        var cookie = joined.Cookie("promote-passkey");
        using var first = await joined.PostAsync("/desk/passkeys", ("name", "One"), ("credential", made));
        joined.SetCookie("promote-passkey", cookie);
        using var second = await joined.PostAsync("/desk/passkeys", ("name", "Two"), ("credential", made));

        Assert.Equal(("/desk/passkeys", (HttpStatusCode)422), (first.Headers.Location?.OriginalString, second.StatusCode));
        Assert.DoesNotContain("<td>Two</td>", await joined.ReadAsync("/desk/passkeys"), StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task One_confirmation_that_is_sent_many_times_at_once_awards_once(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        using var assessed = await Assessed.ByAsync(service, seed);
        var id = (await Assessed.TakeAsync(assessed.Assessor, await assessed.RecordedAsync(), "submit")).GetProperty("id").GetString()!;

        _ = await AtOnceAsync(async _ =>
        {
            using var answer = await Assessed.StepAsync(assessed.Validator, id, "confirm");
            return answer.StatusCode == HttpStatusCode.OK;
        });

        Assert.Equal(1, await assessed.AwardsAsync());
        Assert.Equal(1, await service.Database.CountAsync($"SELECT count(*) FROM audit WHERE subject = '{id}' AND action = 'assessment.confirmed'"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_award_that_is_sent_many_times_at_once_under_one_key_is_one(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        using var person = await Staff.JoinAsync(service, $"keyed.{kind}@replay.example", "programmeManager");
        using var client = StartedWithProvider.ClientWith(service, services.Provider.Token(person.Email));
        var answers = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async _ =>
        {
            using var answer = await AwardRequest.SendAsync(client, AwardRequest.For(seed), "one-key");
            return (answer.StatusCode, Id: (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString());
        }));

        Assert.Single(answers.Distinct());
        Assert.Equal(HttpStatusCode.Created, answers[0].StatusCode);
        var changed = AwardRequest.For(seed, "another");
        using var otherBody = await AwardRequest.SendAsync(client, changed, "one-key");
        Assert.True(otherBody.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity, $"{otherBody.StatusCode}");
        Assert.Equal(1, await service.Database.CountAsync($"SELECT count(*) FROM awards WHERE issuer_id = '{seed.IssuerId}'"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_key_of_one_issuer_brings_back_nothing_at_another(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        using var first = await AwardRequest.SendAsync(service.Client, AwardRequest.For(seed), "shared-key");
        var other = services.Another(kind);
        service.ActFor(other);
        using var second = await AwardRequest.SendAsync(service.Client, AwardRequest.For(other), "shared-key");

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.StatusCode, second.StatusCode));
        Assert.NotEqual((await first.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString(), (await second.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_revocation_that_is_sent_many_times_at_once_is_one(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        var award = await Given.AwardAsync(service, seed);
        var done = await AtOnceAsync(async _ =>
        {
            using var answer = await award.PostAsync("revoke", new { reason = "A mistake" });
            return answer.StatusCode == HttpStatusCode.OK;
        });

        Assert.True(done > 0);
        Assert.Equal(1, await service.Database.CountAsync($"SELECT count(*) FROM audit WHERE subject = '{award.Id}' AND action = 'award.revoked'"));
    }

    private static async Task<int> AtOnceAsync(Func<int, Task<bool>> act) => (await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(act))).Count(done => done);

    private static async Task<bool> OpensAsync(Staff session, string code)
    {
        using var answer = await session.PostAsync("/desk/code", ("code", code));
        using var page = await session.GetAsync("/desk");
        session.Dispose();
        return page.StatusCode == HttpStatusCode.OK;
    }

    private static async Task<List<Staff>> SessionsAsync(TestedService service, string email, int count)
    {
        var sessions = new List<Staff>();
        for (var number = 0; number < count; number++)
        {
            var session = Staff.Stranger(service, email);
            using var signedIn = await session.SignInAsync();
            Assert.Equal("/desk", signedIn.Headers.Location?.OriginalString);
            sessions.Add(session);
        }

        return sessions;
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
