using System.Net;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Promote.Credentials.Domain.People;
using Promote.Credentials.Server.Desk;
using Promote.Credentials.Server.People;
using Promote.Credentials.Server.Tests.Assessments;
using Promote.Credentials.Server.Tests.Batches;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Pathways;
using Promote.Credentials.Server.Tests.Status;
using Promote.Credentials.Server.Tests.Web;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.Tests.Desk;

/// <summary>Every route as every role and as another issuer: the routes come from the running service, the table stands here.</summary>
public sealed class RightsTests(RunningService routes, StartedOnBoth services) : IClassFixture<RunningService>, IClassFixture<StartedOnBoth>
{
    private const string Unknown = "AAAAAAAAAAAAAAAAAAAAAA";

    /// <summary>Who may do what: the rights of each role, as docs/people.md has them.</summary>
    private static readonly (string Scope, string Roles)[] Table =
    [
        (Scope.IssuersRead, "administrator programmeManager assessor validator reader"),
        (Scope.IssuersWrite, "administrator"),
        (Scope.IssuersCreate, ""),
        (Scope.AchievementsRead, "administrator programmeManager assessor validator reader"),
        (Scope.AchievementsWrite, "programmeManager"),
        (Scope.AwardsRead, "administrator programmeManager assessor validator reader"),
        (Scope.AwardsWrite, "programmeManager assessor"),
        (Scope.AwardsRevoke, "programmeManager"),
        (Scope.AwardsVouch, ""),
        (Scope.AssessmentsRead, "administrator programmeManager assessor validator reader"),
        (Scope.AssessmentsWrite, "assessor"),
        (Scope.AssessmentsDecide, "validator"),
        (Scope.PathwaysRead, "administrator programmeManager assessor validator reader"),
        (Scope.PathwaysWrite, "programmeManager"),
        (Scope.VcApiIssue, ""),
        (Scope.KeysManage, "administrator"),
        (Scope.PeopleManage, "administrator"),
        (Scope.AccreditationsWrite, "administrator"),
        (Scope.IssuerKeysManage, "administrator"),
        (Scope.WebhooksManage, "administrator"),
        (Scope.LearnersRead, "administrator"),
        (Scope.LearnersErase, "administrator"),
        (Scope.AuditRead, "administrator"),
        (Scope.EscoRead, "administrator programmeManager assessor validator reader"),
        (Scope.EscoWrite, ""),
    ];

    [Fact]
    public void The_rights_of_the_roles_are_those_of_the_table()
    {
        Assert.Equal(Scope.All.Order(StringComparer.Ordinal), Table.Select(row => row.Scope).Order(StringComparer.Ordinal));
        foreach (var (scope, roles) in Table)
        {
            Assert.Equal(roles, string.Join(' ', Enum.GetValues<Role>().Where(role => RightsOfRoles.Of([role]).Contains(scope)).Select(RoleList.NameOf)));
        }
    }

    [Fact]
    public void No_scope_lets_one_role_both_propose_and_decide() =>
        Assert.DoesNotContain(Enum.GetValues<Role>(), role => RightsOfRoles.Of([role]).IsSupersetOf([Scope.AssessmentsWrite, Scope.AssessmentsDecide]));

    [Theory, OnSqlite, OnPostgres]
    public async Task Every_page_of_the_desk_answers_every_role_as_the_table_says(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        var ids = await IdsAsync(service, seed);
        var pages = PagesOf(routes.Services);
        Assert.True(pages.Count >= 3, $"Only {pages.Count} pages of the desk were found.");
        foreach (var role in Enum.GetValues<Role>())
        {
            using var person = await Staff.JoinAsync(service, $"{role}.{kind}@rights.example", RoleList.NameOf(role));
            foreach (var (path, scope) in pages)
            {
                var may = scope is null || Table.Single(row => row.Scope == scope).Roles.Split(' ').Contains(RoleList.NameOf(role));
                using var answer = await person.GetAsync(ids(path));
                Assert.True(answer.StatusCode == (may ? HttpStatusCode.OK : HttpStatusCode.Forbidden), $"{role} {path} answered {answer.StatusCode}");
            }
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_page_of_another_issuers_thing_is_answered_as_one_of_nothing(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        var ids = await IdsAsync(service, seed);
        service.ActFor(services.Another(kind));
        using var foreigner = await Staff.JoinAsync(service, $"foreigner.{kind}@rights.example", [.. Enum.GetValues<Role>().Select(RoleList.NameOf)]);
        foreach (var (path, _) in PagesOf(routes.Services).Where(page => page.Path.Contains("{id}", StringComparison.Ordinal)))
        {
            using var foreign = await foreigner.GetAsync(ids(path));
            using var unknown = await foreigner.GetAsync(path.Replace("{id}", Unknown, StringComparison.Ordinal).Replace("{fileId}", Unknown, StringComparison.Ordinal));
            Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
            Assert.Equal(await unknown.Content.ReadAsStringAsync(), await foreign.Content.ReadAsStringAsync());
        }
    }

    // A page with the ids of things of the issuer.
    private static async Task<Func<string, string>> IdsAsync(TestedService service, Seed seed)
    {
        var award = (await Given.AwardAsync(service, seed)).Id;
        using var assessed = await Assessed.ByAsync(service, seed);
        var assessment = await assessed.OpenAsync();
        var pathway = (await Walked.ByAsync(service, seed, await Walked.AchievementAsync(service, "Second"))).Id;
        var batch = (await Sent.PostAsync(service, await Walked.AchievementAsync(service, "Third"), "givenName,email\nAna,ana@prison.example\n", "&dryRun=true")).Id;
        var file = (await AssessmentFileTests.UploadAsync(assessed.Assessor, assessment, AssessmentFileTests.Pdf(50), "application/pdf", "a.pdf")).GetProperty("id").GetString();
        return path => path.Replace("{fileId}", file, StringComparison.Ordinal).Replace(
            "{id}",
            path.Split('/').ElementAtOrDefault(2) switch
            {
                "achievements" => seed.AchievementId,
                "awards" => award,
                "assessments" => assessment,
                "pathways" => pathway,
                "batches" => batch,
                _ => "",
            },
            StringComparison.Ordinal);
    }

    // Pages inside the desk, with the right that each asks for.
    private static List<(string Path, string? Scope)> PagesOf(IServiceProvider services) =>
    [
        .. from endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
           where endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null && endpoint.RoutePattern.RawText!.StartsWith("desk", StringComparison.Ordinal)
           let page = endpoint.Metadata.GetMetadata<DeskPageAttribute>() ?? throw new InvalidOperationException($"{endpoint.RoutePattern.RawText} does not say who may see it.")
           where page.Stage == Stage.Inside
           select ("/" + endpoint.RoutePattern.RawText, page.Scope),
    ];
}
