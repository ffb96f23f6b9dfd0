using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Promote.Credentials.Proofs.Keys;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Threats;

/// <summary>Threat 25: a key gets into other hands, or one that was given up signs on.</summary>
public sealed class TM_25(ServiceWithKeys service) : IClassFixture<ServiceWithKeys>, IDisposable
{
    private readonly ECDsa stolen = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public void Dispose() => stolen.Dispose();

    [Theory]
    [InlineData("active")]
    [InlineData("verifyOnly")]
    [InlineData("retired")]
    [InlineData("compromised")]
    public async Task What_a_thief_signs_by_a_key_of_ours_is_no_credential_of_ours(string state)
    {
        var issuer = await service.AdmitAsync(stolen);
        var key = await issuer.ActiveAsync("p256");
        var (_, holder) = await issuer.AwardAsync("ob3", "ob3-jwt-es256");
        var method = await KeyIdAsync(holder);
        await BringAsync(issuer, key, state);

        var forged = new ForeignBadge(stolen).With(badge => badge.Issuer["id"] = issuer.Did);
        var report = await forged.ReportAsync(service.Anonymous, method);

        Assert.Equal("invalid", report.GetProperty("outcome").GetString());
        Assert.Contains("ownRecord", Failed(report));
    }

    [Fact]
    public async Task A_key_that_stands_for_later_signs_nothing_yet()
    {
        var issuer = await service.AdmitAsync(stolen);
        await issuer.AddAsync("next", KeyAlgorithm.P256);
        var (_, holder) = await issuer.AwardAsync("ob3", "ob3-jwt-es256");
        var active = (await issuer.KeysAsync()).Single(one => one.GetProperty("state").GetString() == "active" && one.GetProperty("algorithm").GetString() == "p256");

        Assert.Single(await issuer.KeysAsync(), one => one.GetProperty("state").GetString() == "pending");
        Assert.True(PublicKey.TryFromMultikey(active.GetProperty("publicKey").GetString()!, out var expected));
        Assert.EndsWith($"#{expected.Thumbprint}", await KeyIdAsync(holder), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_signed_before_three_rotations_stays_good_and_each_signs_by_its_own_key()
    {
        var issuer = await service.AdmitAsync(stolen);
        var issued = new List<(string Page, string Holder)> { await issuer.AwardAsync("ob3", "ob3-jwt-es256") };
        for (var i = 0; i < 3; i++)
        {
            await issuer.RotateAsync($"ed-{i}", KeyAlgorithm.Ed25519);
            await issuer.RotateAsync($"ec-{i}", KeyAlgorithm.P256);
            issued.Add(await issuer.AwardAsync("ob3", "ob3-jwt-es256"));
        }

        var signers = new HashSet<string>();
        foreach (var (page, holder) in issued)
        {
            Assert.Equal("valid", (await issuer.ReportAsync(page)).GetProperty("outcome").GetString());
            signers.Add(await KeyIdAsync(holder));
        }

        Assert.Equal(4, signers.Count);
    }

    [Theory]
    [InlineData("verifyOnly")]
    [InlineData("retired")]
    [InlineData("compromised")]
    public async Task A_key_that_was_given_up_never_signs_again(string state)
    {
        var issuer = await service.AdmitAsync(stolen);
        var key = await issuer.ActiveAsync("p256");
        await BringAsync(issuer, key, state);

        Assert.Equal(409, await issuer.DoAsync(key, "activate"));
        Assert.Equal(state, (await issuer.KeysAsync()).Single(one => one.GetProperty("id").GetString() == key).GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_key_that_signs_is_not_retired_under_its_documents()
    {
        var issuer = await service.AdmitAsync(stolen);
        Assert.Equal(409, await issuer.DoAsync(await issuer.ActiveAsync("p256"), "retire"));
    }

    [Fact]
    public async Task After_a_theft_only_what_is_on_record_from_before_it_holds()
    {
        var issuer = await service.AdmitAsync(stolen);
        var (before, _) = await issuer.AwardAsync("ob3");
        await Task.Delay(20);
        var at = TimeProvider.System.GetUtcNow();
        await Task.Delay(20);
        var (after, _) = await issuer.AwardAsync("ob3");
        Assert.Equal("valid", (await issuer.ReportAsync(after)).GetProperty("outcome").GetString());
        Assert.Equal(200, await issuer.DoAsync(await issuer.ActiveAsync("ed25519"), "compromise", At(at)));

        Assert.Equal("validWithWarnings", (await issuer.ReportAsync(before)).GetProperty("outcome").GetString());
        Assert.Equal(["keyStanding"], Failed(await issuer.ReportAsync(after)));
    }

    [Theory]
    [InlineData("""{"at": "2999-01-01T00:00:00Z"}""", 409)]
    [InlineData("""{"at": "yesterday"}""", 422)]
    [InlineData("""{"at": "2026-02-30T00:00:00Z"}""", 422)]
    [InlineData("""{"at": null}""", 422)]
    [InlineData("""{}""", 422)]
    public async Task A_theft_is_reported_for_an_instant_that_was(string body, int expected)
    {
        var issuer = new IssuerWithKeys(service, "cove-ro", service.First, "");
        Assert.Equal(expected, await issuer.DoAsync(await issuer.ActiveAsync("ed25519"), "compromise", body));
    }

    [Fact]
    public async Task A_later_report_makes_nothing_good_again_that_an_earlier_one_made_doubtful()
    {
        var issuer = await service.AdmitAsync(stolen);
        var key = await issuer.ActiveAsync("p256");
        var now = TimeProvider.System.GetUtcNow();
        Assert.Equal(200, await issuer.DoAsync(key, "compromise", At(now.AddHours(-2))));

        Assert.Equal(409, await issuer.DoAsync(key, "compromise", At(now.AddHours(-1))));
        Assert.Equal(409, await issuer.DoAsync(key, "retire"));
    }

    [Theory]
    [InlineData("retired")]
    [InlineData("compromised")]
    public async Task Others_do_not_find_a_key_that_was_given_up_among_those_that_count(string state)
    {
        var issuer = await service.AdmitAsync(stolen);
        var key = await issuer.ActiveAsync("p256");
        var (_, holder) = await issuer.AwardAsync("ob3", "ob3-jwt-es256");
        var method = await KeyIdAsync(holder);
        await BringAsync(issuer, key, state);
        var document = await service.Anonymous.GetFromJsonAsync<JsonElement>($"/issuers/{issuer.Slug}/did.json");

        Assert.DoesNotContain(document.GetProperty("assertionMethod").EnumerateArray(), one => one.ToString() == method);
        Assert.All(
            document.GetProperty("verificationMethod").EnumerateArray().Where(one => one.GetProperty("id").GetString() == method),
            one => Assert.True(one.TryGetProperty("revoked", out _)));
    }

    [Theory]
    [InlineData("ob3")]
    [InlineData("ob3-jwt-es256")]
    public async Task Without_a_key_nothing_is_signed_and_nothing_promised(string format)
    {
        var issuer = await service.AdmitAsync(stolen);
        await issuer.DoAsync(await issuer.ActiveAsync(format == "ob3" ? "ed25519" : "p256"), "compromise", At(TimeProvider.System.GetUtcNow()));
        var before = await service.Database.CountAsync("SELECT count(*) FROM awards");
        using var answer = await issuer.TryAwardAsync("ob3", format == "ob3" ? "ob3-ecdsa" : format);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "PC-R021"), (answer.StatusCode, (await Problem.ReadAsync(answer)).Code));
        Assert.Equal(before, await service.Database.CountAsync("SELECT count(*) FROM awards"));
    }

    [Theory]
    [InlineData("activate")]
    [InlineData("retire")]
    [InlineData("compromise")]
    public async Task A_key_of_another_issuer_is_not_there(string what)
    {
        var (mine, theirs) = (await service.AdmitAsync(stolen), await service.AdmitAsync(stolen));
        var key = await theirs.ActiveAsync("ed25519");

        Assert.Equal(404, await mine.DoAsync(key, what, At(TimeProvider.System.GetUtcNow())));
        Assert.Equal(key, await theirs.ActiveAsync("ed25519"));
    }

    [Theory]
    [InlineData("cove-lt.pem")]
    [InlineData("../{slug}.pem")]
    [InlineData("{slug}./../cove-lt.pem")]
    [InlineData("{slug}.\\..\\cove-lt.pem")]
    [InlineData("{slug}.\u0000.pem")]
    [InlineData("{slug}.missing.pem")]
    [InlineData("/etc/ssl/private/{slug}.pem")]
    [InlineData("{slug}")]
    [InlineData("")]
    public async Task No_name_leads_to_a_key_of_somebody_else(string reference)
    {
        var body = new JsonObject { ["source"] = "file", ["reference"] = reference.Replace("{slug}", "cove-ro", StringComparison.Ordinal) };
        using var answer = await service.First.PostAsync("/api/v1/issuer-keys", Samples.Json(body.ToJsonString()));
        var problem = await Problem.ReadAsync(answer);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.DoesNotContain(service.Files.Directory, problem.Detail, StringComparison.Ordinal);
    }

    private static string At(DateTimeOffset instant) => $$"""{"at": "{{instant.ToString("O", CultureInfo.InvariantCulture)}}"}""";

    private static IEnumerable<string> Failed(JsonElement report) =>
        report.GetProperty("checks").EnumerateArray().Where(check => check.GetProperty("outcome").GetString() == "failed").Select(check => check.GetProperty("id").GetString()!);

    private static async Task BringAsync(IssuerWithKeys issuer, string key, string state)
    {
        if (state is "verifyOnly" or "retired")
        {
            await issuer.RotateAsync("next", KeyAlgorithm.P256);
        }

        if (state is "retired")
        {
            Assert.Equal(200, await issuer.DoAsync(key, "retire"));
        }
        else if (state is "compromised")
        {
            Assert.Equal(200, await issuer.DoAsync(key, "compromise", At(TimeProvider.System.GetUtcNow())));
        }
    }

    private async Task<string> KeyIdAsync(string holder)
    {
        var header = (await service.Anonymous.GetStringAsync($"{holder}?format=ob3-jwt-es256")).Split('.')[0];
        return JsonSerializer.Deserialize<JsonElement>(System.Buffers.Text.Base64Url.DecodeFromChars(header)).GetProperty("kid").GetString()!;
    }
}
