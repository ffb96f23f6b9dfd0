using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Promote.Credentials.Server.Tests.Fixtures;

namespace Promote.Credentials.Server.Tests.Verify;

/// <summary>What anybody hands in, on the page, by the API and by the VC-API: one list of checks.</summary>
[Trait("speed", "slow")]
public sealed class VerifyPageTests(ServiceWithIssuers started) : IClassFixture<ServiceWithIssuers>, IAsyncLifetime
{
    private readonly TestedService service = started.Service;
    private string holder = "";

    public async Task InitializeAsync()
    {
        var request = AwardRequest.For(started.Seed);
        request["formats"] = new JsonArray("ob3", "ob3-jwt", "ob2");
        using var answer = await AwardRequest.SendAsync(service.Client, request);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        holder = new Uri((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("links").GetProperty("credential").GetString()!).AbsolutePath;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("ob3", "credential.json")]
    [InlineData("ob3-jwt", "credential.jwt")]
    [InlineData("ob3-svg", "badge.svg")]
    public async Task A_file_of_any_form_gets_the_green_page_in_the_readers_language(string format, string name)
    {
        var page = await SubmitAsync("ro", HttpStatusCode.OK, new() { ["file"] = (await FileAsync(format), name) });

        Assert.Contains("tone-good", page, StringComparison.Ordinal);
        Assert.Contains("lang=\"ro\"", page, StringComparison.Ordinal);
        Assert.Contains("Restorative interviewing", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Ioana", page, StringComparison.Ordinal);
        Assert.DoesNotContain("prison.example", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_changed_letter_gets_the_red_page_and_nothing_of_it_is_shown()
    {
        var text = System.Text.Encoding.UTF8.GetString(await FileAsync("ob3")).Replace("Restorative interviewing", "Restorative interviewinG", StringComparison.Ordinal);
        var page = await SubmitAsync("en", HttpStatusCode.OK, new() { ["text"] = (System.Text.Encoding.UTF8.GetBytes(text), null) });

        Assert.Contains("tone-bad", page, StringComparison.Ordinal);
        Assert.DoesNotContain("interviewinG", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ioana@prison.example", "tone-good", "was issued to the person")]
    [InlineData("somebody@prison.example", "tone-bad", "was not issued to the person")]
    public async Task Whom_the_reader_expects_matches_or_does_not(string person, string tone, string sentence)
    {
        var page = await SubmitAsync("en", HttpStatusCode.OK, new() { ["file"] = (await FileAsync("ob3"), "c.json"), ["holder"] = (System.Text.Encoding.UTF8.GetBytes(person), null) });

        Assert.Contains(tone, page, StringComparison.Ordinal);
        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.DoesNotContain(person, page, StringComparison.Ordinal);
        Assert.DoesNotContain(person, service.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("https://127.0.0.1/credential.json")]
    [InlineData("http://[::1]/")]
    [InlineData("{\"a\":")]
    public async Task What_is_no_credential_gets_the_form_again_with_the_reason(string text)
    {
        var page = await SubmitAsync("de", HttpStatusCode.UnprocessableEntity, new() { ["text"] = (System.Text.Encoding.UTF8.GetBytes(text), null) });

        Assert.Contains("role=\"alert\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_vc_api_answers_200_for_what_is_verified_and_400_for_everything_else()
    {
        var sound = JsonNode.Parse(await FileAsync("ob3"))!;
        var changed = sound.DeepClone();
        changed["name"] = "Another";
        foreach (var (body, expected) in new (JsonNode, HttpStatusCode)[]
        {
            (new JsonObject { ["verifiableCredential"] = sound.DeepClone() }, HttpStatusCode.OK),
            (new JsonObject { ["verifiableCredential"] = changed }, HttpStatusCode.BadRequest),
            (new JsonObject { ["verifiableCredential"] = "eyJhbGciOiJub25lIn0.e30." }, HttpStatusCode.BadRequest),
            (new JsonObject { ["verifiableCredential"] = null }, HttpStatusCode.BadRequest),
            (new JsonObject { ["verifiableCredential"] = new JsonArray() }, HttpStatusCode.BadRequest),
            (new JsonObject(), HttpStatusCode.BadRequest),
            (new JsonArray(), HttpStatusCode.BadRequest),
        })
        {
            using var answer = await service.Anonymous.PostAsJsonAsync("/vc-api/credentials/verify", body);
            var text = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.StatusCode == expected, $"{(int)answer.StatusCode} {text}");
            Assert.Equal(expected == HttpStatusCode.OK, JsonNode.Parse(text)!["verified"]!.GetValue<bool>());
            Assert.Null(JsonNode.Parse(text)!["errors"]);
        }
    }

    [Fact]
    public async Task A_credential_of_ours_in_every_form_is_on_record_and_strict_changes_nothing()
    {
        foreach (var format in (string[])["ob3", "ob3-jwt", "ob3-svg"])
        {
            using var content = new ByteArrayContent(await FileAsync(format)) { Headers = { ContentType = new("application/octet-stream") } };
            using var answer = await service.Anonymous.PostAsync("/api/v1/verify?profile=strict", content);
            var report = await answer.Content.ReadFromJsonAsync<JsonElement>();
            Assert.True(report.GetProperty("outcome").GetString() == "valid", $"{format}: {report}");
            Assert.Contains(report.GetProperty("checks").EnumerateArray(), check => check.GetProperty("id").GetString() == "ownRecord");
        }
    }

    [Fact]
    public async Task An_assertion_of_ours_is_confirmed_by_what_we_publish()
    {
        using var content = new ByteArrayContent(await FileAsync("ob2")) { Headers = { ContentType = new("application/json") } };
        using var answer = await service.Anonymous.PostAsync("/api/v1/verify", content);
        var report = await answer.Content.ReadAsStringAsync();

        // The warning: its addresses have no TLS.
        Assert.Contains("\"outcome\":\"validWithWarnings\"", report, StringComparison.Ordinal);
        Assert.Contains("\"securedBy\":\"hosted\"", report, StringComparison.Ordinal);
    }

    private Task<byte[]> FileAsync(string format) => service.Anonymous.GetByteArrayAsync($"{holder}?format={format}");

    private async Task<string> SubmitAsync(string language, HttpStatusCode expected, Dictionary<string, (byte[] Bytes, string? FileName)> fields)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, (bytes, fileName)) in fields)
        {
            if (fileName is null)
            {
                form.Add(new ByteArrayContent(bytes), name);
            }
            else
            {
                form.Add(new ByteArrayContent(bytes), name, fileName);
            }
        }

        using var answer = await service.Anonymous.PostAsync($"/verify?lang={language}", form);
        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        return await answer.Content.ReadAsStringAsync();
    }
}
