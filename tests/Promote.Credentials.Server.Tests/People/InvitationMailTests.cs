using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Promote.Credentials.Server.Tests.Desk;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.People;

/// <summary>The mail of an invitation, from whoever invites to whoever accepts.</summary>
public sealed partial class InvitationMailTests(StartedWithMail services) : IClassFixture<StartedWithMail>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_link_goes_to_the_address_and_nowhere_else_and_counts_once(Database kind)
    {
        var (service, _, sink) = await services.WithSinkAsync(kind);
        using var invited = await InviteAsync(service, "Grace.One@Invited.example", "assessor", "validator");
        var answer = await invited.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(answer.GetProperty("sent").GetBoolean());
        Assert.False(answer.TryGetProperty("link", out _));

        var mail = Assert.Single(await sink.UntilAsync(1));
        Assert.Equal(["Grace.One@Invited.example"], mail.Recipients);
        Assert.Contains("Centre of Vocational Excellence", mail.Header("Subject"), StringComparison.Ordinal);
        Assert.Contains("Assessor, Validator", mail.Text, StringComparison.Ordinal);
        var link = Link().Match(mail.Text).Value;
        Assert.StartsWith(service.Url.AbsoluteUri, link, StringComparison.Ordinal);
        Assert.Contains($"href=\"{link}\"", mail.Html, StringComparison.Ordinal);

        using var person = Staff.Stranger(service);
        var path = new Uri(link).AbsolutePath;
        Assert.Contains("Grace.One@Invited.example", await person.ReadAsync(path), StringComparison.Ordinal);
        using var accepted = await person.PostAsync(path, ("name", "Grace One"), ("password", Staff.Password));
        Assert.Equal("/desk", accepted.Headers.Location?.OriginalString);
        using var again = await person.PostAsync(path, ("name", "Mallory"), ("password", "another password of mine"));
        using var opened = await person.GetAsync(path);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (again.StatusCode, opened.StatusCode));
        Assert.Single(sink.Mails);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_invites_at_the_desk_does_not_see_the_link_either(Database kind)
    {
        var (service, _, sink) = await services.WithSinkAsync(kind);
        using var administrator = await JoinAsync(service, sink, $"boss.{kind}@invited.example", "administrator");
        using var page = await administrator.PostAsync("/desk/people", ("email", "Grace.Two@Invited.example"), ("role", "reader"));
        var shown = await page.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("Grace.Two@Invited.example", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("/desk/invitations/", shown, StringComparison.Ordinal);
        var mail = await sink.UntilAsync(mail => mail.Recipients.Contains("Grace.Two@Invited.example"));
        Assert.Matches(Link(), mail.Text);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Neither_the_address_nor_the_link_is_readable_in_any_table_or_in_the_log(Database kind)
    {
        var (service, _, sink) = await services.WithSinkAsync(kind);
        using var joined = await JoinAsync(service, sink, "Canary.Joined@Invited.example", "assessor");
        using var invited = await InviteAsync(service, "Canary.Waits@Invited.example", "reader");
        var link = Link().Match((await sink.UntilAsync(mail => mail.Recipients.Contains("Canary.Waits@Invited.example"))).Text).Value;

        var tables = await EveryTable.OfAsync(service.Database);
        Assert.Contains("reader", tables.Single(table => table.Name == "memberships").Text, StringComparison.Ordinal);
        Assert.Equal(kind == Database.Postgres, tables.Any(table => table.Name is "qrtz_triggers" or "jobqueue"));
        foreach (var secret in (string[])["Canary.", "@Invited.example", link.Split('/')[^1]])
        {
            Assert.Equal([], tables.Where(table => table.Text.Contains(secret, StringComparison.OrdinalIgnoreCase)).Select(table => table.Name));
            Assert.DoesNotContain(secret, service.Output, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Where_the_mail_server_takes_no_mail_whoever_invites_passes_the_link_on(Database kind)
    {
        var (service, _, sink) = await services.WithSinkAsync(kind);
        sink.OnRecipient = _ => "550 no such user";
        using var invited = await InviteAsync(service, "Grace.Three@Invited.example", "reader");
        var answer = await invited.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(HttpStatusCode.Created, invited.StatusCode);
        Assert.False(answer.GetProperty("sent").GetBoolean());
        using var person = Staff.Stranger(service);
        _ = await person.ReadAsync(new Uri(answer.GetProperty("link").GetString()!).AbsolutePath);
        Assert.Empty(sink.Mails);
    }

    private static Task<HttpResponseMessage> InviteAsync(TestedService service, string email, params string[] roles) =>
        service.Client.PostAsync("/api/v1/people", Samples.Json(new JsonObject { ["email"] = email, ["roles"] = new JsonArray([.. roles.Select(role => JsonValue.Create(role))]) }.ToJsonString()));

    private static async Task<Staff> JoinAsync(TestedService service, MailSink sink, string email, string role)
    {
        using var invited = await InviteAsync(service, email, role);
        var mail = await sink.UntilAsync(mail => mail.Recipients.Contains(email));
        var person = Staff.Stranger(service, email);
        using var accepted = await person.PostAsync(new Uri(Link().Match(mail.Text).Value).AbsolutePath, ("name", "Test Person"), ("password", Staff.Password));
        Assert.Equal("/desk", accepted.Headers.Location?.OriginalString);
        return person;
    }

    [GeneratedRegex(@"http\S+/desk/invitations/\S+")]
    private static partial Regex Link();
}
