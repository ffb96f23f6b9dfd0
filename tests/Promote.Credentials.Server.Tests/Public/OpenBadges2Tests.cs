using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Promote.Credentials.Proofs.Jose;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Public;

/// <summary>What older platforms dereference: every object at the address that names it, and a revocation that they notice.</summary>
public sealed class OpenBadges2Tests(RunningService service) : IClassFixture<RunningService>
{
    [Fact]
    public async Task A_hosted_assertion_and_all_that_it_names_answer_as_what_they_say_they_are()
    {
        var award = await AwardAsync(service.First, "ob2");
        var assertion = await JsonAsync(HolderOf(award, "ob2"));
        Assert.Equal(assertion.GetRawText(), (await JsonAsync(PathOf(assertion, "id"))).GetRawText());

        var badge = await JsonAsync(PathOf(assertion, "badge"));
        var issuer = await JsonAsync(PathOf(badge, "issuer"));
        Assert.Equal(("BadgeClass", "Issuer"), (badge.GetProperty("type").GetString(), issuer.GetProperty("type").GetString()));
        Assert.Equal(assertion.GetProperty("badge").GetString(), badge.GetProperty("id").GetString());
        Assert.Equal(badge.GetProperty("issuer").GetString(), issuer.GetProperty("id").GetString());
        using var image = await service.Anonymous.GetAsync(new Uri(badge.GetProperty("image").GetString()!).AbsolutePath);
        Assert.Equal(HttpStatusCode.OK, image.StatusCode);
    }

    [Fact]
    public async Task A_revoked_award_is_gone_where_it_was_hosted_and_listed_where_it_was_signed()
    {
        var award = await AwardAsync(service.First, "ob2", "ob2-jwt");
        var hosted = PathOf(await JsonAsync(HolderOf(award, "ob2")), "id");
        var signed = await SignedIdAsync(award);
        using var revocation = await service.First.PostAsync($"/api/v1/awards/{award.GetProperty("id").GetString()}/revoke", Samples.Json("""{"reason": "Awarded by mistake"}"""));
        Assert.Equal(HttpStatusCode.OK, revocation.StatusCode);

        using var gone = await service.Anonymous.GetAsync(hosted);
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        var answer = await gone.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(answer.GetProperty("revoked").GetBoolean());
        Assert.Equal("Awarded by mistake", answer.GetProperty("revocationReason").GetString());

        var issuer = await JsonAsync("/ob2/issuers/cove-ro");
        var list = await JsonAsync(PathOf(issuer, "revocationList"));
        Assert.Contains(list.GetProperty("revokedAssertions").EnumerateArray(), entry =>
            entry.GetProperty("id").GetString() == signed && entry.GetProperty("revocationReason").GetString() == "Awarded by mistake");
    }

    [Fact]
    public async Task A_signed_assertion_names_a_key_that_its_issuer_lists()
    {
        var award = await AwardAsync(service.First, "ob2-jwt");
        var assertion = await PayloadAsync(award);
        var key = await JsonAsync(PathOf(assertion.GetProperty("verification"), "creator"));
        var issuer = await JsonAsync("/ob2/issuers/cove-ro");

        Assert.Equal(issuer.GetProperty("id").GetString(), key.GetProperty("owner").GetString());
        Assert.Contains(issuer.GetProperty("publicKey").EnumerateArray(), one => one.GetString() == key.GetProperty("id").GetString());
        Assert.StartsWith("-----BEGIN PUBLIC KEY-----", key.GetProperty("publicKeyPem").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_the_award_cannot_fill_names_what_is_missing_and_stores_nothing()
    {
        var achievement = (await Things.MakeAsync(service.Second)).AchievementId;
        var before = await service.Database.CountAsync("SELECT count(*) FROM awards");
        var body = Body(achievement, "ob3", "ob2").Replace("\"email\": \"ioana@prison.example\", ", "", StringComparison.Ordinal);
        using var answer = await service.Second.PostAsync("/api/v1/awards", Samples.Json(body));

        Assert.Equal((HttpStatusCode)422, answer.StatusCode);
        var errors = (await Problem.ReadAsync(answer)).Errors!;
        Assert.All(errors, error => Assert.Equal(("/formats/1", "PC-R003"), (error.Pointer, error.Code)));
        Assert.Contains(errors, error => error.Detail.Contains("e-mail", StringComparison.Ordinal));
        Assert.Equal(before, await service.Database.CountAsync("SELECT count(*) FROM awards"));
    }

    private static string Body(string achievementId, params string[] formats) =>
        Samples.Award(achievementId).Replace("[\"ob3\"]", JsonSerializer.Serialize(formats), StringComparison.Ordinal);

    private static string PathOf(JsonElement thing, string member) => new Uri(thing.GetProperty(member).GetString()!).AbsolutePath;

    private static async Task<JsonElement> AwardAsync(HttpClient client, params string[] formats)
    {
        var achievement = (await Things.MakeAsync(client)).AchievementId;
        using var answer = await client.PostAsync("/api/v1/awards", Samples.Json(Body(achievement, formats)));
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static string HolderOf(JsonElement award, string format) => $"{PathOf(award.GetProperty("links"), "credential")}?format={format}";

    private async Task<JsonElement> PayloadAsync(JsonElement award)
    {
        var text = await service.Anonymous.GetStringAsync(HolderOf(award, "ob2-jwt"));
        Assert.True(CompactJws.TryParse(text, out var jws, out var error), error);
        return JsonSerializer.Deserialize<JsonElement>(Encoding.UTF8.GetString(jws.Payload.Span));
    }

    private async Task<string> SignedIdAsync(JsonElement award) => (await PayloadAsync(award)).GetProperty("id").GetString()!;

    private Task<JsonElement> JsonAsync(string path) => service.Anonymous.GetFromJsonAsync<JsonElement>(path);
}
