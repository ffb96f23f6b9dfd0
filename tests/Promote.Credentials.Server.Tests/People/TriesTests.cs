using System.Net;
using Promote.Credentials.Server.Tests.Desk;

namespace Promote.Credentials.Server.Tests.People;

/// <summary>How long an account is closed, and what opens it again.</summary>
public sealed class TriesTests(ServiceWithTime service) : IClassFixture<ServiceWithTime>
{
    [Fact]
    public async Task A_closed_account_opens_after_a_quarter_of_an_hour_with_all_its_tries()
    {
        using var joined = await Staff.JoinAsync(service.First, "one@tries.example", "assessor");
        foreach (var round in (int[])[1, 2])
        {
            await GuessAsync(joined.Email, 5);
            service.Pass(TimeSpan.FromSeconds(899));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, await SignInAsync(joined.Email));
            service.Pass(TimeSpan.FromSeconds(1));
            await GuessAsync(joined.Email, 4);
            Assert.True(await SignInAsync(joined.Email) == HttpStatusCode.Redirect, $"round {round}");
        }
    }

    [Fact]
    public async Task Right_passwords_take_no_try_away()
    {
        using var joined = await Staff.JoinAsync(service.First, "two@tries.example", "assessor");
        for (var count = 0; count < 12; count++)
        {
            Assert.Equal(HttpStatusCode.Redirect, await SignInAsync(joined.Email));
        }
    }

    private async Task GuessAsync(string email, int times)
    {
        for (var count = 0; count < times; count++)
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, await SignInAsync(email, $"a wrong password {count}"));
        }
    }

    private async Task<HttpStatusCode> SignInAsync(string email, string password = Staff.Password)
    {
        using var person = Staff.Stranger(service.First, email);
        using var answer = await person.SignInAsync(password);
        return answer.StatusCode;
    }
}
