using System.Net;
using Promote.Credentials.Server.Tests.Desk;

namespace Promote.Credentials.Server.Tests.People;

/// <summary>How long a question for a passkey counts, and how long somebody who signed in counts as being there.</summary>
public sealed class PasskeyTimeTests(ServiceWithTime service) : IClassFixture<ServiceWithTime>
{
    [Fact]
    public async Task A_question_is_over_after_five_minutes()
    {
        using var joined = await Staff.JoinAsync(service.First, "one@time.example", "assessor");
        using var device = new PasskeyDevice(ServiceWithTime.Home);
        using var added = await joined.AddPasskeyAsync(device);
        using var person = Staff.Stranger(service.First, joined.Email);

        var early = device.Get(await person.AskAsync("/desk/sign-in/challenge"));
        service.Pass(TimeSpan.FromSeconds(299));
        using var inTime = await person.PostAsync("/desk/sign-in", ("credential", early));
        Assert.Equal("/desk", inTime.Headers.Location?.OriginalString);

        var late = device.Get(await person.AskAsync("/desk/sign-in/challenge"));
        var cookie = person.Cookie("promote-passkey");
        service.Pass(TimeSpan.FromSeconds(301));
        person.SetCookie("promote-passkey", cookie);
        using var over = await person.PostAsync("/desk/sign-in", ("credential", late));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, over.StatusCode);
    }

    [Fact]
    public async Task Questions_that_nobody_answered_are_deleted()
    {
        using var person = Staff.Stranger(service.First, "two@time.example");
        for (var count = 0; count < 5; count++)
        {
            _ = await person.AskAsync("/desk/sign-in/challenge");
        }

        service.Pass(TimeSpan.FromMinutes(6));
        _ = await person.AskAsync("/desk/sign-in/challenge");

        Assert.Single(await service.Database.QueryAsync("SELECT id FROM passkey_challenges"));
    }

    [Fact]
    public async Task After_ten_minutes_somebody_shows_again_who_they_are_before_they_add_or_remove_a_passkey()
    {
        using var joined = await Staff.JoinAsync(service.First, "three@time.example", "assessor");
        using var device = new PasskeyDevice(ServiceWithTime.Home);
        using var added = await joined.AddPasskeyAsync(device);
        Assert.Equal("/desk/passkeys", added.Headers.Location?.OriginalString);

        service.Pass(TimeSpan.FromMinutes(11));
        Assert.DoesNotContain("data-passkey=\"create\"", await joined.ReadAsync("/desk/passkeys"), StringComparison.Ordinal);
        using var asked = await joined.PostAsync("/desk/passkeys/challenge");
        Assert.Equal(HttpStatusCode.Forbidden, asked.StatusCode);
        foreach (var field in (string[])["credential", "remove"])
        {
            using var stale = await joined.PostAsync("/desk/passkeys", (field, "{}"), ("name", "Late"));
            Assert.Equal("/desk/confirm", stale.Headers.Location?.OriginalString);
        }

        using var wrong = await joined.PostAsync("/desk/confirm", ("password", "guess"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        using var stillStale = await joined.PostAsync("/desk/passkeys/challenge");
        Assert.Equal(HttpStatusCode.Forbidden, stillStale.StatusCode);
        using var password = await joined.PostAsync("/desk/confirm", ("password", Staff.Password));
        Assert.Equal("/desk/passkeys", password.Headers.Location?.OriginalString);
        using var second = new PasskeyDevice(ServiceWithTime.Home);
        using var secondAdded = await joined.AddPasskeyAsync(second);
        Assert.Equal("/desk/passkeys", secondAdded.Headers.Location?.OriginalString);

        service.Pass(TimeSpan.FromMinutes(11));
        using var passkey = await joined.PostAsync("/desk/confirm", ("credential", second.Get(await joined.AskAsync("/desk/confirm/challenge"))));
        Assert.Equal("/desk/passkeys", passkey.Headers.Location?.OriginalString);
        using var third = new PasskeyDevice(ServiceWithTime.Home);
        using var thirdAdded = await joined.AddPasskeyAsync(third);
        Assert.Equal("/desk/passkeys", thirdAdded.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Nobody_confirms_with_the_passkey_of_another()
    {
        using var joined = await Staff.JoinAsync(service.First, "four@time.example", "assessor");
        using var other = await Staff.JoinAsync(service.First, "five@time.example", "assessor");
        using var device = new PasskeyDevice(ServiceWithTime.Home);
        using var added = await other.AddPasskeyAsync(device);

        using var confirmed = await joined.PostAsync("/desk/confirm", ("credential", device.Get(await joined.AskAsync("/desk/confirm/challenge"))));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, confirmed.StatusCode);
    }
}
