using System.Net;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Status;

namespace Promote.Credentials.Server.Tests.Desk;

/// <summary>Awards at the desk: found, suspended, reinstated, revoked, corrected.</summary>
public sealed class DeskAwardTests(StartedOnBoth services) : IClassFixture<StartedOnBoth>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task An_award_is_found_by_address_or_identifier_and_no_other_is_shown(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        var sought = await Given.AwardAsync(service, seed, "sought");
        var other = await Given.AwardAsync(service, seed, "other");
        using var reader = await Staff.JoinAsync(service, $"reader.{kind}@awards.example", "reader");

        using var byIdentifier = await reader.PostAsync("/desk/awards", ("learner", "platform-sought"));
        var found = await byIdentifier.Content.ReadAsStringAsync();
        Assert.Contains($"/desk/awards/{sought.Id}", found, StringComparison.Ordinal);
        Assert.DoesNotContain(other.Id, found, StringComparison.Ordinal);
        using var nobody = await reader.PostAsync("/desk/awards", ("learner", "platform-nobody"));
        Assert.Contains("There is no award.", await nobody.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_suspended_reinstated_and_revoked_at_the_desk_is_so_everywhere(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        var award = await Given.AwardAsync(service, seed);
        using var manager = await Staff.JoinAsync(service, $"manager.{kind}@awards.example", "programmeManager");
        var page = $"/desk/awards/{award.Id}";

        using var withoutReason = await manager.PostAsync(page, ("do", "suspend"));
        Assert.Equal((HttpStatusCode)422, withoutReason.StatusCode);
        foreach (var (step, outcome) in ((string, string)[])[("suspend", "invalid"), ("reinstate", "valid"), ("revoke", "invalid")])
        {
            using var changed = await manager.PostAsync(page, ("do", step), ("reason", "Looked into at the desk"));
            Assert.Equal(page, changed.Headers.Location?.OriginalString);
            Assert.Equal(outcome, (await award.VerdictAsync()).Outcome);
        }

        Assert.DoesNotContain("value=\"revoke\"", await manager.ReadAsync(page), StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_corrected_name_is_a_new_award_in_the_place_of_the_old_one(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        var award = await Given.AwardAsync(service, seed);
        using var manager = await Staff.JoinAsync(service, $"corrects.{kind}@awards.example", "programmeManager");

        using var corrected = await manager.PostAsync($"/desk/awards/{award.Id}", ("do", "replace"), ("givenName", "Johanna"), ("familyName", "Right"));
        var next = corrected.Headers.Location!.OriginalString;

        Assert.NotEqual($"/desk/awards/{award.Id}", next);
        Assert.Contains("Johanna Right", await manager.ReadAsync(next), StringComparison.Ordinal);
        Assert.Contains(next, await manager.ReadAsync($"/desk/awards/{award.Id}"), StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_may_only_read_changes_nothing(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        var award = await Given.AwardAsync(service, seed);
        using var assessor = await Staff.JoinAsync(service, $"assessor.{kind}@awards.example", "assessor", "reader", "validator", "administrator");

        foreach (var step in (string[])["suspend", "revoke", "replace", ""])
        {
            using var refused = await assessor.PostAsync($"/desk/awards/{award.Id}", ("do", step), ("reason", "No"), ("givenName", "A"), ("familyName", "B"));
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }

        Assert.Equal("valid", (await award.VerdictAsync()).Outcome);
    }
}
