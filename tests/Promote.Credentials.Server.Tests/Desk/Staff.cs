using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Desk;

/// <summary>Somebody at the desk: a browser that keeps cookies, follows nothing and sends forms.</summary>
internal sealed partial class Staff : IDisposable
{
    public const string Password = "correct horse battery staple";

    private readonly CookieContainer cookies = new();
    private readonly HttpClient browser;

    private Staff(Uri service, string email)
    {
        browser = new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies }, disposeHandler: true) { BaseAddress = service };
        browser.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", "en");
        Email = email;
    }

    public string Email { get; }

    /// <summary>Somebody who is invited by the issuer that the client acts for, and accepted.</summary>
    public static Task<Staff> JoinAsync(TestedService service, string email, params string[] roles) => JoinAsync(service.Client, email, roles);

    /// <summary>Somebody who is invited by this client, and accepted.</summary>
    public static async Task<Staff> JoinAsync(HttpClient client, string email, params string[] roles)
    {
        var staff = new Staff(client.BaseAddress!, email);
        using var accepted = await staff.PostAsync(await InviteAsync(client, email, roles), ("name", "Test Person"), ("password", Password));
        Assert.True(accepted.StatusCode == HttpStatusCode.Redirect, await accepted.Content.ReadAsStringAsync());
        return staff;
    }

    /// <summary>Somebody with a browser, and nothing else.</summary>
    public static Staff Stranger(TestedService service, string email = "stranger@example.org") => new(service.Url, email);

    /// <summary>Somebody with a browser, where a client is.</summary>
    public static Staff Stranger(HttpClient client, string email) => new(client.BaseAddress!, email);

    /// <summary>The path of the link of an invitation.</summary>
    public static Task<string> InviteAsync(TestedService service, string email, params string[] roles) => InviteAsync(service.Client, email, roles);

    private static async Task<string> InviteAsync(HttpClient client, string email, string[] roles)
    {
        var body = new JsonObject { ["email"] = email, ["roles"] = new JsonArray([.. roles.Select(role => JsonValue.Create(role))]) };
        using var invited = await client.PostAsync("/api/v1/people", Samples.Json(body.ToJsonString()));
        Assert.True(invited.StatusCode == HttpStatusCode.Created, await invited.Content.ReadAsStringAsync());
        return new Uri((await invited.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("link").GetString()!).AbsolutePath;
    }

    public Task<HttpResponseMessage> GetAsync(string path) => browser.GetAsync(path);

    public async Task<string> ReadAsync(string path)
    {
        using var page = await browser.GetAsync(path);
        Assert.True(page.StatusCode == HttpStatusCode.OK, $"{path} answered {page.StatusCode} {page.Headers.Location}");
        return await page.Content.ReadAsStringAsync();
    }

    public Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields) =>
        browser.PostAsync(path, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    /// <summary>Sends a form with files, in the order of its fields, as a browser does.</summary>
    public Task<HttpResponseMessage> PostFilesAsync(string path, IEnumerable<(string Name, string Value)> fields, params (string Field, string Name, string MediaType, byte[] Bytes)[] files)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), name);
        }

        foreach (var (field, name, mediaType, bytes) in files)
        {
            form.Add(new ByteArrayContent(bytes) { Headers = { ContentType = new(mediaType) } }, field, name);
        }

        return browser.PostAsync(path, form);
    }

    /// <summary>The revision that the page of an assessment shows.</summary>
    public async Task<string> RevisionAsync(string path) => Revision().Match(await ReadAsync(path)).Groups["revision"].Value;

    public Task<HttpResponseMessage> SignInAsync(string password = Password) => PostAsync("/desk/sign-in", ("email", Email), ("password", password));

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => browser.SendAsync(request);

    /// <summary>Sends the form of an assessment as the page has it now.</summary>
    public async Task<HttpResponseMessage> StepAsync(string assessment, string step, params (string Name, string Value)[] fields) =>
        await PostAsync(assessment, [("revision", await RevisionAsync(assessment)), ("do", step), .. fields]);

    /// <summary>What the browser keeps under a name.</summary>
    public string Cookie(string name) => cookies.GetCookies(browser.BaseAddress!)[name]!.Value;

    /// <summary>Has the browser keep something.</summary>
    public void SetCookie(string name, string value) => cookies.Add(browser.BaseAddress!, new Cookie(name, value));

    public void Dispose() => browser.Dispose();

    [GeneratedRegex("""name="revision" value="(?<revision>\d+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Revision();
}
