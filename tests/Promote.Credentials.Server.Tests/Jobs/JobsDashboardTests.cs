#if USE_HANGFIRE
using System.Net;
using Promote.Credentials.Server.Tests.Browser;
using Promote.Credentials.Server.Tests.Desk;
using Promote.Credentials.Server.Tests.Fixtures;

namespace Promote.Credentials.Server.Tests.Jobs;

/// <summary>The dashboard of Hangfire: nobody's unless the operator says whose, and to be read only.</summary>
public sealed class JobsDashboardTests(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly string[] Pages =
        ["/desk/jobs", "/desk/jobs/jobs/enqueued", "/desk/jobs/jobs/succeeded", "/desk/jobs/jobs/failed", "/desk/jobs/recurring", "/desk/jobs/servers", "/desk/jobs/retries"];

    private static readonly (string, string?) ForTheOperator = ("Promote__Jobs__DashboardFor", "cove-ro");

    [Theory, OnSqlite, OnPostgres]
    public async Task Nobody_has_it_unless_the_operator_says_whose_it_is(Database kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        var seed = await Seed.AddAsync(database);
        await using var service = await ServiceInside.StartAsync(database);
        service.ActFor(seed);
        using var administrator = await Staff.JoinAsync(service, "boss@jobs.example", "administrator");

        foreach (var path in Pages)
        {
            using var answer = await administrator.GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Only_an_administrator_of_the_operators_issuer_sees_it(Database kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        var (operators, member) = (await Seed.AddAsync(database), await Seed.AddAsync(database, "cove-lt"));
        await using var service = await ServiceInside.StartAsync(database, ForTheOperator);
        service.ActFor(member);
        using var foreigner = await Staff.JoinAsync(service, "boss@lt.example", "administrator");
        service.ActFor(operators);
        using var administrator = await Staff.JoinAsync(service, "boss@ro.example", "administrator");
        using var colleague = await Staff.JoinAsync(service, "colleague@ro.example", "programmeManager", "assessor", "validator", "reader");
        using var stranger = Staff.Stranger(service);

        foreach (var path in Pages)
        {
            var page = await administrator.ReadAsync(path);
            Assert.DoesNotContain(".example", page, StringComparison.Ordinal);
            Assert.DoesNotContain("127.0.0.1", page, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.Forbidden, (await foreigner.GetAsync(path)).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await colleague.GetAsync(path)).StatusCode);
            Assert.Equal("/desk/sign-in", (await stranger.GetAsync(path)).Headers.Location?.OriginalString);
            using var withKey = await service.Client.GetAsync(path);
            Assert.Equal("/desk/sign-in", withKey.RequestMessage!.RequestUri!.AbsolutePath);
        }

        Assert.Contains("KeepAuditChained", await administrator.ReadAsync("/desk/jobs/recurring"), StringComparison.Ordinal);
        using var figures = await foreigner.PostAsync("/desk/jobs/stats", ("metrics[]", "servers:count"));
        Assert.Equal(HttpStatusCode.Forbidden, figures.StatusCode);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task It_changes_nothing(Database kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        var seed = await Seed.AddAsync(database);
        await using var service = await ServiceInside.StartAsync(database, ForTheOperator);
        service.ActFor(seed);
        using var administrator = await Staff.JoinAsync(service, "boss@read.example", "administrator");

        foreach (var command in (string[])["recurring/remove", "recurring/trigger", "jobs/enqueued/delete", "jobs/succeeded/requeue", "jobs/failed/requeue", "jobs/actions/requeue/1", "jobs/actions/delete/1"])
        {
            using var refused = await administrator.PostAsync($"/desk/jobs/{command}", ("jobs[]", "KeepAuditChained"));
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        }

        var recurring = await administrator.ReadAsync("/desk/jobs/recurring");
        Assert.Contains("KeepAuditChained", recurring, StringComparison.Ordinal);
        Assert.DoesNotContain("data-url=", recurring, StringComparison.Ordinal);
    }

    [NeedsChromiumTheory, OnSqlite, OnPostgres]
    [Trait("needs", "chromium")]
    public async Task A_browser_shows_it_under_the_content_security_policy(Database kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        var seed = await Seed.AddAsync(database);
        await using var service = await ServiceInside.StartAsync(database, ForTheOperator);
        service.ActFor(seed);
        await using var administrator = await Visit.StartAsync(chromium.Browser, service.Url);
        await administrator.OpenAsync(new Uri(service.Url, await Staff.InviteAsync(service, "boss@shown.example", "administrator")).AbsoluteUri);
        await administrator.Page.FillAsync("input[name=name]", "Test Person");
        await administrator.Page.FillAsync("input[name=password]", Staff.Password);
        await administrator.Page.ClickAsync("button.primary");

        foreach (var path in Pages)
        {
            Assert.Equal(200, await administrator.OpenAsync(new Uri(service.Url, path).AbsoluteUri));

            // Its figures come every two seconds.
            await Task.Delay(TimeSpan.FromSeconds(3));
            await administrator.TakePictureAsync($"jobs-{kind}-{path.Split('/')[^1]}");
        }

        await administrator.OpenAsync(new Uri(service.Url, "/desk/jobs/jobs/succeeded").AbsoluteUri);
        await administrator.Page.Locator("a[href*='/jobs/details/']").First.ClickAsync();
        await administrator.TakePictureAsync($"jobs-{kind}-details");
        Assert.Equal([], administrator.Complaints);
    }
}
#endif
