using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.People;
using Promote.Credentials.Server.Tests.Fixtures;

namespace Promote.Credentials.Server.Tests.Desk;

/// <summary>Who gets to the desk, and who does not.</summary>
public sealed partial class SignInTests(StartedOnBoth services) : IClassFixture<StartedOnBoth>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Without_a_session_every_page_leads_to_sign_in(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        using var stranger = Staff.Stranger(service);
        foreach (var path in (string[])["/desk", "/desk/people", "/desk/assessments/new", "/desk/assessments/AAAAAAAAAAAAAAAAAAAAAA", "/desk/code", "/desk/second-factor", "/desk/passkeys", "/desk/confirm"])
        {
            using var answer = await stranger.GetAsync(path);
            Assert.Equal("/desk/sign-in", answer.Headers.Location?.OriginalString);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_password_opens_a_session_and_signing_out_ends_it(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        using var joined = await Staff.JoinAsync(service, $"one.{kind}@sign.example", "assessor");
        using var person = Staff.Stranger(service, $"ONE.{kind}@sign.example");
        using var signedIn = await person.SignInAsync();
        Assert.Equal("/desk", signedIn.Headers.Location?.OriginalString);
        Assert.Contains("httponly", string.Join(';', signedIn.Headers.GetValues("Set-Cookie")), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Test Person", await person.ReadAsync("/desk"), StringComparison.Ordinal);

        using var signedOut = await person.PostAsync("/desk/sign-out");
        using var after = await person.GetAsync("/desk");
        Assert.Equal("/desk/sign-in", after.Headers.Location?.OriginalString);
        Assert.Contains("Test Person", await joined.ReadAsync("/desk"), StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task After_five_wrong_passwords_the_right_one_opens_nothing(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        using var joined = await Staff.JoinAsync(service, $"two.{kind}@sign.example", "assessor");
        using var person = Staff.Stranger(service, joined.Email);
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            using var wrong = await person.SignInAsync("guess");
            Assert.Equal((HttpStatusCode)422, wrong.StatusCode);
        }

        using var right = await person.SignInAsync();
        Assert.Equal((HttpStatusCode)422, right.StatusCode);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_unknown_address_is_answered_as_a_wrong_password_is(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        using var joined = await Staff.JoinAsync(service, $"three.{kind}@sign.example", "assessor");
        using var known = Staff.Stranger(service, joined.Email);
        using var unknown = Staff.Stranger(service, $"nobody.{kind}@sign.example");
        using var wrong = await known.SignInAsync("guess");
        using var nobody = await unknown.SignInAsync("guess");

        Assert.Equal(wrong.StatusCode, nobody.StatusCode);
        Assert.Equal(
            (await wrong.Content.ReadAsStringAsync()).Replace(known.Email, "", StringComparison.Ordinal),
            (await nobody.Content.ReadAsStringAsync()).Replace(unknown.Email, "", StringComparison.Ordinal));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task With_an_authenticator_app_the_password_alone_opens_nothing_and_a_code_counts_once(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        using var joined = await Staff.JoinAsync(service, $"four.{kind}@sign.example", "assessor");
        var secret = Secret().Match(await joined.ReadAsync("/desk/second-factor")).Groups["secret"].Value.Replace(" ", "", StringComparison.Ordinal);
        var key = Base32.Decode(secret);
        using var wrong = await joined.PostAsync("/desk/second-factor", ("code", "000000"));
        Assert.Equal((HttpStatusCode)422, wrong.StatusCode);
        var step = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30;
        using var turnedOn = await joined.PostAsync("/desk/second-factor", ("code", OneTimeCodes.CodeOf(key, step)));
        var recovery = RecoveryCode().Matches(await turnedOn.Content.ReadAsStringAsync()).Select(code => code.Groups["code"].Value).ToList();
        Assert.Equal(10, recovery.Count);

        using var person = Staff.Stranger(service, joined.Email);
        using var password = await person.SignInAsync();
        using var half = await person.GetAsync("/desk");
        Assert.Equal("/desk/code", half.Headers.Location?.OriginalString);
        using var again = await person.PostAsync("/desk/code", ("code", OneTimeCodes.CodeOf(key, step)));
        Assert.Equal((HttpStatusCode)422, again.StatusCode);
        using var next = await person.PostAsync("/desk/code", ("code", OneTimeCodes.CodeOf(key, step + 1)));
        Assert.Equal("/desk", next.Headers.Location?.OriginalString);
        Assert.Contains("Test Person", await person.ReadAsync("/desk"), StringComparison.Ordinal);

        using var lost = Staff.Stranger(service, joined.Email);
        using var lostPassword = await lost.SignInAsync();
        using var recovered = await lost.PostAsync("/desk/code", ("code", recovery[0]));
        Assert.Equal("/desk", recovered.Headers.Location?.OriginalString);
        using var thief = Staff.Stranger(service, joined.Email);
        using var thiefPassword = await thief.SignInAsync();
        using var reused = await thief.PostAsync("/desk/code", ("code", recovery[0]));
        Assert.Equal((HttpStatusCode)422, reused.StatusCode);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_new_second_factor_ends_every_other_session(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        using var here = await Staff.JoinAsync(service, $"ten.{kind}@sign.example", "assessor");
        using var elsewhere = Staff.Stranger(service, here.Email);
        using var signedIn = await elsewhere.SignInAsync();
        _ = await elsewhere.ReadAsync("/desk");

        var key = Base32.Decode(Secret().Match(await here.ReadAsync("/desk/second-factor")).Groups["secret"].Value.Replace(" ", "", StringComparison.Ordinal));
        using var turnedOn = await here.PostAsync("/desk/second-factor", ("code", OneTimeCodes.CodeOf(key, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30)));

        using var ended = await elsewhere.GetAsync("/desk");
        Assert.Equal("/desk/sign-in", ended.Headers.Location?.OriginalString);
        Assert.Contains("Test Person", await here.ReadAsync("/desk"), StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_invitation_counts_once_and_a_newer_one_ends_it(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        using var stranger = Staff.Stranger(service);
        var first = await Staff.InviteAsync(service, $"five.{kind}@sign.example", "assessor");
        var second = await Staff.InviteAsync(service, $"five.{kind}@sign.example", "reader");
        using var ended = await stranger.GetAsync(first);
        Assert.Equal(HttpStatusCode.NotFound, ended.StatusCode);

        using var tooShort = await stranger.PostAsync(second, ("name", "Five"), ("password", "short"));
        Assert.Equal((HttpStatusCode)422, tooShort.StatusCode);
        using var accepted = await stranger.PostAsync(second, ("name", "Five"), ("password", Staff.Password));
        Assert.Equal("/desk", accepted.Headers.Location?.OriginalString);
        using var again = await stranger.PostAsync(second, ("name", "Six"), ("password", Staff.Password));
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_invitation_that_is_over_leads_nowhere(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        using var stranger = Staff.Stranger(service);
        var link = await Staff.InviteAsync(service, $"late.{kind}@sign.example", "assessor");
        await using (var db = service.Database.Open())
        {
            await db.Memberships.ExecuteUpdateAsync(set => set.SetProperty(row => row.InvitedUntil, TimeProvider.System.GetUtcNow().AddSeconds(-1)));
        }

        using var late = await stranger.PostAsync(link, ("name", "Late"), ("password", Staff.Password));
        Assert.Equal(HttpStatusCode.NotFound, late.StatusCode);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_link_does_not_take_over_an_account_that_is_there(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        using var joined = await Staff.JoinAsync(service, $"six.{kind}@sign.example", "assessor");
        service.ActFor(services.Another(kind));
        var link = await Staff.InviteAsync(service, joined.Email, "validator");
        using var thief = Staff.Stranger(service);

        using var taken = await thief.PostAsync(link, ("name", "Thief"), ("password", "another password of mine"));
        Assert.Equal((HttpStatusCode)422, taken.StatusCode);
        using var own = await joined.PostAsync(link, ("password", Staff.Password));
        Assert.Equal("/desk", own.Headers.Location?.OriginalString);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_form_that_another_site_sent_is_refused(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        using var person = await Staff.JoinAsync(service, $"seven.{kind}@sign.example", "administrator");
        foreach (var header in (string[])["Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-site", "Origin: https://evil.example"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/desk/people")
            {
                Content = new FormUrlEncodedContent([new("email", "mole@evil.example"), new("role", "administrator")]),
            };
            request.Headers.TryAddWithoutValidation(header.Split(": ")[0], header.Split(": ")[1]);
            using var answer = await person.SendAsync(request);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        Assert.DoesNotContain("mole@evil.example", await person.ReadAsync("/desk/people"), StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_loses_a_role_has_lost_it_with_the_next_request(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        using var person = await Staff.JoinAsync(service, $"eight.{kind}@sign.example", "assessor");
        Assert.Contains("/desk/assessments/new", await person.ReadAsync("/desk"), StringComparison.Ordinal);

        await People.PeopleTests.ChangeRolesAsync(service, person.Email);

        using var page = await person.GetAsync("/desk/assessments/new");
        Assert.Equal(HttpStatusCode.Forbidden, page.StatusCode);
        Assert.Contains("You have no role here any more.", await person.ReadAsync("/desk"), StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_language_that_somebody_chose_holds_for_the_session(Database kind)
    {
        var (service, _) = await services.OnAsync(kind);
        using var person = await Staff.JoinAsync(service, $"nine.{kind}@sign.example", "assessor");
        _ = await person.ReadAsync("/desk?lang=ro");

        Assert.Contains("<html lang=\"ro\">", await person.ReadAsync("/desk"), StringComparison.Ordinal);
    }

    [GeneratedRegex("""<code>(?<secret>[A-Z2-7 ]{32,50})</code>""", RegexOptions.ExplicitCapture)]
    private static partial Regex Secret();

    [GeneratedRegex("""<li><code>(?<code>[^<]+)</code></li>""", RegexOptions.ExplicitCapture)]
    private static partial Regex RecoveryCode();
}
