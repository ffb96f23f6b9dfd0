using System.Net;
using Promote.Credentials.Server.Tests.Desk;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.People;

/// <summary>Questions for passkeys are counted as everything that comes from an address is.</summary>
public sealed class PasskeyLimitTests : RunningService
{
    protected override IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>
    {
        ["Promote:RateLimits:AddressPerSecond"] = "1",
        ["Promote:RateLimits:AddressBurst"] = "20",
    };

    [Fact]
    public async Task Beyond_the_limit_of_an_address_no_question_is_kept()
    {
        using var person = Staff.Stranger(First, "somebody@limit.example");
        var statuses = new List<HttpStatusCode>();
        for (var count = 0; count < 40; count++)
        {
            using var answer = await person.PostAsync(count % 2 == 0 ? "/desk/sign-in/challenge" : "/desk/sign-in", ("credential", "{}"));
            statuses.Add(answer.StatusCode);
        }

        Assert.Contains(HttpStatusCode.OK, statuses);
        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
        Assert.True((await Database.QueryAsync("SELECT id FROM passkey_challenges")).Count <= 15);
    }
}
