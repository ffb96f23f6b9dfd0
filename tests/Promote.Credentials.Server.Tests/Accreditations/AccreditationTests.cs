using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Status;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Accreditations;

/// <summary>A coordinating issuer accredits a member, and whoever verifies a credential of the member sees it.</summary>
public sealed class AccreditationTests(StartedBehindHttps services) : IClassFixture<StartedBehindHttps>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_credential_of_an_accredited_issuer_says_so(Database kind)
    {
        var (award, _, _) = await AwardedByMemberAsync(kind, from: "2020-01-01");

        var (outcome, detail) = await AccreditationOfAsync(award);

        Assert.Equal("passed", outcome);
        Assert.Contains("Centre of Vocational Excellence accredited the issuer", detail, StringComparison.Ordinal);
        Assert.Equal("valid", (await award.VerdictAsync()).Outcome);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_accreditation_is_a_credential_that_verifies_and_is_refused_once_it_is_revoked(Database kind)
    {
        var (award, coordinator, id) = await AwardedByMemberAsync(kind, from: "2020-01-01");
        var service = award.Service;
        Assert.Equal("valid", await VerifyAsync(service, id));

        service.ActFor(coordinator);
        using var revoked = await service.Client.PostAsync($"/api/v1/accreditations/{id}/revoke", null);
        Assert.Equal(HttpStatusCode.OK, revoked.StatusCode);

        Assert.Equal("invalid", await VerifyAsync(service, id));
        var (outcome, detail) = await AccreditationOfAsync(award);
        Assert.Equal("warning", outcome);
        Assert.Contains("has ended since", detail, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_accreditation_that_began_later_does_not_reach_back(Database kind)
    {
        var (award, _, _) = await AwardedByMemberAsync(kind, from: TimeProvider.System.GetUtcNow().AddSeconds(-1).ToString("O", System.Globalization.CultureInfo.InvariantCulture), validFrom: "2026-03-20");

        var (outcome, detail) = await AccreditationOfAsync(award);

        Assert.Equal("warning", outcome);
        Assert.Contains("not yet when the credential was issued", detail, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_issuer_that_nobody_accredited_has_no_such_line(Database kind)
    {
        var (service, seed) = await services.OnAsync(kind);
        var award = await Given.AwardAsync(service, seed);

        Assert.DoesNotContain((await award.ReportAsync()).GetProperty("checks").EnumerateArray(), check => check.GetProperty("id").GetString() == "accreditation");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Both_sides_list_it_and_nobody_else(Database kind)
    {
        var (award, coordinator, id) = await AwardedByMemberAsync(kind, from: "2020-01-01");
        foreach (var (seed, sees) in new[] { (coordinator, true), (services.Another(kind), false) })
        {
            award.Service.ActFor(seed);
            Assert.Equal(sees, (await award.Service.Client.GetStringAsync("/api/v1/accreditations")).Contains(id, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task What_makes_no_accreditation_is_refused()
    {
        var (service, seed) = await services.OnAsync(Database.Sqlite);
        var other = services.Another(Database.Sqlite).Slug;
        foreach (var (body, pointer, code) in new[]
        {
            ($$"""{"member": "{{seed.Slug}}"}""", "/member", "PC-R028"),
            ("""{"member": "nobody"}""", "/member", "PC-R004"),
            ($$"""{"member": "{{other}}", "validFrom": "2026-01-01", "validUntil": "2025-01-01"}""", "/validUntil", "PC-R006"),
            ($$"""{"member": "{{other}}", "comment": "\u202e"}""", "/comment", "PC-R009"),
            ("{}", "/member", "PC-R003"),
        })
        {
            using var answer = await service.Client.PostAsync("/api/v1/accreditations", Samples.Json(body));
            var error = Assert.Single((await Problem.ReadAsync(answer)).Errors!);
            Assert.Equal((pointer, code), (error.Pointer, error.Code));
        }
    }

    private async Task<(Given Award, Seed Coordinator, string Id)> AwardedByMemberAsync(Database kind, string from, string? validFrom = null)
    {
        var (service, coordinator) = await services.OnAsync(kind);
        var member = services.Another(kind);
        using var accredited = await service.Client.PostAsync("/api/v1/accreditations", Samples.Json(new JsonObject { ["member"] = member.Slug, ["validFrom"] = from, ["comment"] = "A member." }.ToJsonString()));
        Assert.True(accredited.StatusCode == HttpStatusCode.Created, await accredited.Content.ReadAsStringAsync());
        service.ActFor(member);
        var body = AwardRequest.For(member);
        if (validFrom is not null)
        {
            body["validFrom"] = validFrom;
        }

        using var awarded = await AwardRequest.SendAsync(service.Client, body);
        Assert.True(awarded.StatusCode == HttpStatusCode.Created, await awarded.Content.ReadAsStringAsync());
        return (Given.Of(service, await awarded.Content.ReadFromJsonAsync<JsonElement>()), coordinator, (await accredited.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!);
    }

    private static async Task<(string Outcome, string Detail)> AccreditationOfAsync(Given award)
    {
        var check = (await award.ReportAsync()).GetProperty("checks").EnumerateArray().Single(check => check.GetProperty("id").GetString() == "accreditation");
        return (check.GetProperty("outcome").GetString()!, check.GetProperty("detail").GetString()!);
    }

    private static async Task<string> VerifyAsync(TestedService service, string id)
    {
        var document = await service.Anonymous.GetStringAsync($"/accreditations/{id}");
        using var verified = await service.Anonymous.PostAsync("/api/v1/verify", Samples.Json(document));
        return (await verified.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("outcome").GetString()!;
    }
}
