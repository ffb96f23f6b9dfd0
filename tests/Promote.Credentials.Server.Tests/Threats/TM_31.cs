using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Promote.Credentials.Server.Tests.Assessments;
using Promote.Credentials.Server.Tests.Desk;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.People;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Threats;

/// <summary>Threat 31: somebody writes lines into the log, or reads there what is secret or about a person.</summary>
public sealed class TM_31(StartedOnBoth services) : IClassFixture<StartedOnBoth>
{
    private const string Canary = "zanary31";

    /// <summary>Ends a line, colours the next, and looks like one that the service wrote.</summary>
    private const string Forged = "\r\n\u001b[31m2026-01-01 info: Canary[1] " + Canary + "\u2028\u0085\0";

    // One issuer for all tests on SQLite: they look at the log only.
    private static Seed? shared;

    /// <summary>Where a request has room for it.</summary>
    public static TheoryData<string, string> Places => new()
    {
        { "GET", "/api/v1/awards/%0d%0a%1b[31m" + Canary },
        { "GET", "/desk/invitations/%0d%0a" + Canary },
        { "GET", "/v/" + Canary + "%0a%0d" },
        { "GET", "/api/v1/achievements?cursor=%0d%0a" + Canary },
        { "GET", "/desk/sign-in?lang=%0d%0a%1b[2J" + Canary },
        { "GET", "/%0d%0aSet-Cookie:%20" + Canary },
        { "POST", "/desk/" + Canary + "%0d%0a" },
        { "PUT", "/api/v1/people/%0d%0a" + Canary },
        { "DELETE", "/api/v1/api-keys/" + Canary + "%0d%0a" },
        { "TRACE", "/" + Canary },
        { "Z" + "ANARY31", "/" },
    };

    [Theory, MemberData(nameof(Places))]
    public async Task What_stands_in_an_address_is_not_written_down(string method, string path)
    {
        var (service, _) = await SharedAsync();
        using var request = new HttpRequestMessage(new(method), new Uri(service.Url.GetLeftPart(UriPartial.Authority) + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        using var answer = await service.Client.SendAsync(request);

        Assert.True((int)answer.StatusCode < 500, $"{answer.StatusCode}");
        AssertClean(service);
    }

    [Theory]
    [InlineData("User-Agent")]
    [InlineData("Referer")]
    [InlineData("Origin")]
    [InlineData("Cookie")]
    [InlineData("Authorization")]
    [InlineData("Promote-Issuer")]
    [InlineData("Idempotency-Key")]
    [InlineData("If-Match")]
    [InlineData("Accept")]
    [InlineData("Accept-Language")]
    [InlineData("X-Forwarded-For")]
    [InlineData("traceparent")]
    public async Task What_stands_in_a_header_is_not_written_down(string header)
    {
        var (service, seed) = await SharedAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/awards") { Content = Samples.Json(AwardRequest.For(seed).ToJsonString()) };
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {seed.ApiKey}");
        request.Headers.Remove(header);
        request.Headers.TryAddWithoutValidation(header, $"Bearer {Canary}.a.b");
        using var answer = await service.Anonymous.SendAsync(request);

        Assert.True((int)answer.StatusCode < 500, $"{answer.StatusCode}");
        AssertClean(service);
    }

    [Theory]
    [InlineData("email")]
    [InlineData("password")]
    [InlineData("credential")]
    [InlineData("code")]
    [InlineData("name")]
    public async Task What_somebody_types_into_a_form_is_not_written_down(string field)
    {
        var (service, _) = await SharedAsync();
        using var person = await Staff.JoinAsync(service, $"{field}@log.example", "administrator", "assessor");
        foreach (var path in (string[])["/desk/sign-in", "/desk/confirm", "/desk/passkeys", "/desk/people", "/desk/second-factor", "/desk/assessments/new", "/desk/awards", "/desk/code"])
        {
            using var answer = await person.PostAsync(path, (field, Forged), ("role", "reader"), ("learner", Forged), ("givenName", Forged));
            Assert.True((int)answer.StatusCode < 500, $"{path}: {answer.StatusCode}");
        }

        AssertClean(service);
    }

    [Fact]
    public async Task What_stands_in_a_body_is_not_written_down_whether_it_is_taken_or_refused()
    {
        var (service, seed) = await SharedAsync();
        foreach (var text in (string[])[Canary, Forged])
        {
            foreach (var member in (string[])["givenName", "familyName", "email", "identifier", "language"])
            {
                var award = AwardRequest.For(seed);
                award["learner"]![member] = member == "email" ? $"{text}@prison.example" : text;
                using var answer = await AwardRequest.SendAsync(service.Client, award);
                Assert.True((int)answer.StatusCode < 500, $"{member}: {answer.StatusCode}");
            }

            foreach (var body in (JsonNode[])[new JsonObject { [text] = text }, JsonValue.Create(text), new JsonArray(text), new JsonObject { ["email"] = text, ["roles"] = new JsonArray(text) }])
            {
                using var people = await service.Client.PostAsync("/api/v1/people", Samples.Json(body.ToJsonString()));
                using var verified = await service.Anonymous.PostAsync("/api/v1/verify", Samples.Json(body.ToJsonString()));
                Assert.True((int)people.StatusCode < 500 && (int)verified.StatusCode < 500, $"{people.StatusCode} {verified.StatusCode}");
            }

            using var broken = await service.Client.PostAsync("/api/v1/people", new StringContent("{\"email\": \"" + Canary, Encoding.UTF8, "application/json"));
            Assert.Equal(HttpStatusCode.BadRequest, broken.StatusCode);
        }

        AssertClean(service);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_day_at_the_desk_leaves_no_person_and_no_secret_in_the_log(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        using var assessed = await Assessed.ByAsync(service, seed);
        var email = $"{Canary}.{kind}@log.example";
        var link = await Staff.InviteAsync(service, email, "assessor", "programmeManager");
        using var person = Staff.Stranger(service, email);
        using var accepted = await person.PostAsync(link, ("name", $"{Canary} Person"), ("password", $"{Canary} horse battery staple"));
        Assert.Equal("/desk", accepted.Headers.Location?.OriginalString);
        using var device = new PasskeyDevice(service.Url);
        using var added = await person.AddPasskeyAsync(device, $"{Canary} phone");
        using var other = Staff.Stranger(service);
        using var signedIn = await other.UsePasskeyAsync(device);
        using var wrong = await Staff.Stranger(service, email).SignInAsync($"{Canary} wrong");
        using var opened = await other.PostAsync("/desk/assessments/new", ("achievement", assessed.AchievementId), ("givenName", Canary), ("familyName", Canary), ("email", $"{Canary}@prison.example"));
        var assessment = opened.Headers.Location!.OriginalString;
        using var proposed = await other.StepAsync(assessment, "submit", ("awardedOn", "2026-03-20"), ("result.points", "92"), ("narrative", $"{Canary} narrative"));
        Assert.Equal(HttpStatusCode.Redirect, proposed.StatusCode);
        using var returned = await Assessed.StepAsync(assessed.Validator, assessment.Split('/')[^1], "return", $"{Canary} reason");
        Assert.Equal(HttpStatusCode.OK, returned.StatusCode);

        AssertClean(service);
        foreach (var secret in (string[])[link.Split('/')[^1], person.Cookie("promote"), other.Cookie("promote"), seed.ApiKey])
        {
            Assert.DoesNotContain(secret, service.Output, StringComparison.Ordinal);
        }
    }

    private async Task<(TestedService Service, Seed Seed)> SharedAsync()
    {
        shared ??= (await services.OnAsync(Database.Sqlite)).Seed;
        services.ServiceOf(Database.Sqlite).ActFor(shared);
        return (services.ServiceOf(Database.Sqlite), shared);
    }

    private static void AssertClean(TestedService service)
    {
        Assert.NotEqual("", service.Output);
        Assert.DoesNotContain(Canary, service.Output, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('\u001b', service.Output);
        Assert.DoesNotContain('\u2028', service.Output);
    }
}
