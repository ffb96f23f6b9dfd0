using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.Tests.Web;

/// <summary>The whole service, listening on a free port of loopback, on a database of its own, with two issuers.</summary>
#pragma warning disable CA1001 // xunit disposes through IAsyncLifetime.
public class RunningService : IAsyncLifetime
{
    private const string OperatorKey = "operator-key-of-the-tests";

    private TestDatabase database = null!;
    private ServiceFactory factory = null!;

    /// <summary>A client with every scope of the first issuer.</summary>
    internal HttpClient First { get; private set; } = null!;

    /// <summary>A client with every scope of the second issuer.</summary>
    internal HttpClient Second { get; private set; } = null!;

    /// <summary>A client of the first issuer whose key has no scope that an operation asks for.</summary>
    internal HttpClient Powerless { get; private set; } = null!;

    /// <summary>The operator's client: the bootstrap key.</summary>
    internal HttpClient Operator { get; private set; } = null!;

    /// <summary>A client without a key, which follows no redirects.</summary>
    internal HttpClient Anonymous { get; private set; } = null!;

    /// <summary>What the service logged so far.</summary>
    internal CollectedLog Log { get; } = new();

    internal TestDatabase Database => database;

    internal IServiceProvider Services => factory.Services;

    protected virtual Database Kind => Fixtures.Database.Sqlite;

    /// <summary>Settings beyond the usual ones.</summary>
    protected virtual IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>();

    /// <summary>Where it listens; 0 for any free port.</summary>
    protected virtual int Port => 0;

    public virtual async Task InitializeAsync()
    {
        database = await TestDatabase.CreateMigratedAsync(Kind);
        await AddOperatorAsync();
        factory = new ServiceFactory(Log, AllSettings(), Replace);
        factory.UseKestrel(Port);
        factory.StartServer();
        Anonymous = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = factory.ClientOptions.BaseAddress };
        Operator = ClientWith(OperatorKey);
        (First, Second) = (await AdmitAsync("cove-ro"), await AdmitAsync("cove-lt"));
        Powerless = await PowerlessAsync();
    }

    public virtual async Task DisposeAsync()
    {
        await factory.DisposeAsync();
        await database.DisposeAsync();
    }

    /// <summary>Puts something else in the place of a part of the service, such as a clock.</summary>
    protected virtual void Replace(IServiceCollection services)
    {
    }

    internal HttpClient ClientWith(string key)
    {
        var client = factory.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    private Dictionary<string, string> AllSettings()
    {
        var all = TestedService.Limits.ToDictionary(limit => $"Promote:RateLimits:{limit}", _ => TestedService.NoLimit);
        (all["Promote:DataDirectory"], all["ConnectionStrings:Credentials"], all["Promote:BootstrapApiKey"]) = (database.Directory, database.Settings.ConnectionString, OperatorKey);
        foreach (var (name, value) in Settings)
        {
            all[name] = value;
        }

        return all;
    }

    // The issuer that the bootstrap key acts for; a database that has one gets no demo.
    private async Task AddOperatorAsync()
    {
        await using var db = database.Open();
        db.Issuers.Add(new() { Id = RandomId.New(), Slug = "operator", Profile = StoredJson.Write(Samples.Issuer("operator")), CreatedAt = DateTimeOffset.UnixEpoch });
        await db.SaveChangesAsync();
    }

    private async Task<HttpClient> AdmitAsync(string slug)
    {
        using var answer = await Operator.PostAsync("/api/v1/issuers", Samples.Json(Samples.IssuerJson(slug)));
        var created = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        return ClientWith(created.GetProperty("key").GetString()!);
    }

    private async Task<HttpClient> PowerlessAsync()
    {
        var issuers = await First.GetFromJsonAsync<JsonElement>("/api/v1/issuers");
        var token = ApiKeyToken.Create();
        await using var scope = factory.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CredentialsDb>();
        db.ApiKeys.Add(token.ToRow(issuers.GetProperty("items")[0].GetProperty("id").GetString()!, "powerless", ["nothing"], DateTimeOffset.UnixEpoch));
        await db.SaveChangesAsync();
        return ClientWith(token.Text);
    }
}
