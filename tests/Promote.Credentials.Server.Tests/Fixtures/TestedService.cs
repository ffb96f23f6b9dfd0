using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Promote.Credentials.Server.Tests.Fixtures;

/// <summary>The whole service on one of the two databases, to which a test speaks real HTTP on loopback.</summary>
internal abstract class TestedService : IAsyncDisposable
{
    public const string BootstrapKey = "test-bootstrap-key-0123456789abcdef";

    /// <summary>A rate that no test comes to.</summary>
    public const string NoLimit = "1000000";

    protected TestedService(TestDatabase database, Uri url)
    {
        (Database, Url) = (database, url);
        Client = new HttpClient { BaseAddress = url, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", BootstrapKey) } };
        Anonymous = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = url };
    }

    /// <summary>The settings below <c>RateLimits</c> that tests would run into.</summary>
    public static IEnumerable<string> Limits { get; } =
        ["KeyPerSecond", "KeyBurst", "AddressPerSecond", "AddressBurst", "HolderPerMinute", "HolderBurst", "HolderPerCredentialAndHour", "HolderPerCredentialBurst"];

    public TestDatabase Database { get; }

    public Uri Url { get; }

    /// <summary>Sends the bootstrap key, which acts for the issuer that was there first, until <see cref="ActFor"/>.</summary>
    public HttpClient Client { get; }

    /// <summary>Sends no key.</summary>
    public HttpClient Anonymous { get; }

    /// <summary>Everything that the service wrote so far.</summary>
    public abstract string Output { get; }

    /// <summary>Lets <see cref="Client"/> send this issuer's key.</summary>
    public void ActFor(Seed seed) => Client.DefaultRequestHeaders.Authorization = new("Bearer", seed.ApiKey);

    public virtual ValueTask DisposeAsync()
    {
        Client.Dispose();
        Anonymous.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>A port that nobody listens on, below the range from which the kernel picks ports for clients: one of those could take it before the service does.</summary>
    internal static int FreePort()
    {
        while (true)
        {
            var port = RandomNumberGenerator.GetInt32(10_240, 20_000);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Taken; the next one may be free.
            }
        }
    }

    /// <summary>An address that nobody listens on.</summary>
    protected static Uri FreeAddress() => new($"http://127.0.0.1:{FreePort()}");

    /// <summary>The settings, as environment variables, that every test needs, and those of this one besides or instead.</summary>
    /// <param name="database">Its database.</param>
    /// <param name="url">Where it listens.</param>
    /// <param name="settings">Those of this test: <c>{port}</c> in a value is where the service listens, <c>{database}</c> its connection string.</param>
    protected static Dictionary<string, string?> SettingsOf(TestDatabase database, Uri url, IEnumerable<(string Name, string? Value)> settings)
    {
        var all = new Dictionary<string, string?>
        {
            ["Promote__PublicBaseUrl"] = url.OriginalString,
            ["Promote__DataDirectory"] = database.Directory,
            ["Promote__BootstrapApiKey"] = BootstrapKey,
            ["ConnectionStrings__Credentials"] = database.Kind == Fixtures.Database.Postgres ? database.Settings.ConnectionString : null,
        };
        foreach (var limit in Limits)
        {
            all[$"Promote__RateLimits__{limit}"] = NoLimit;
        }

        foreach (var (name, value) in settings)
        {
            all[name] = value?.Replace("{port}", url.Port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("{database}", database.Settings.ConnectionString, StringComparison.Ordinal);
        }

        return all;
    }
}
