using Microsoft.Extensions.Configuration;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Tests.Fixtures;

namespace Promote.Credentials.Server.Tests.Settings;

public sealed class SettingsReaderTests
{
    [Fact]
    public void No_settings_make_a_development_service()
    {
        var settings = Read(TestEnvironment.Development);

        Assert.Equal(new Uri("http://localhost:5000"), settings.PublicBaseUrl);
        Assert.Equal(Path.Combine(TestEnvironment.Development.ContentRootPath, "data"), settings.DataDirectory);
        Assert.False(SettingsReader.ReadDatabase(Configuration(), settings).IsPostgres);
    }

    [Theory]
    [InlineData("api")]
    [InlineData("worker")]
    public void A_node_that_does_a_part_of_the_work_needs_a_database_that_is_shared(string role)
    {
        var settings = Read(TestEnvironment.Development, ("Promote:Node", role));

        var refused = Assert.Throws<SettingsException>(() => SettingsReader.ReadDatabase(Configuration(), settings));
        Assert.Contains("PostgreSQL", refused.Message, StringComparison.Ordinal);
        Assert.True(SettingsReader.ReadDatabase(Configuration(("ConnectionStrings:Credentials", "Host=database.example")), settings).IsPostgres);
    }

    [Theory]
    [InlineData("http://0.0.0.0:8080", "http://localhost:8080/")]
    [InlineData("http://[::]:8080;https://x.example", "http://localhost:8080/")]
    [InlineData("http://+:80", "http://localhost/")]
    [InlineData("http://127.0.0.1:5001", "http://127.0.0.1:5001/")]
    public void In_development_the_first_listening_address_is_the_public_one(string urls, string expected) =>
        Assert.Equal(expected, Read(TestEnvironment.Development, ("urls", urls)).PublicBaseUrl!.AbsoluteUri);

    [Theory]
    [InlineData(null, "Promote__PublicBaseUrl is not set")]
    [InlineData("http://credentials.example", "Set an address that starts with https://")]
    [InlineData("http://localhost:5000", "https://")]
    [InlineData("credentials.example", "not an absolute")]
    [InlineData("https://credentials.example/?a=b", "without query")]
    public void Production_needs_a_public_https_address(string? url, string why)
    {
        var refused = Assert.Throws<SettingsException>(() => Read(TestEnvironment.Production, ("Promote:PublicBaseUrl", url)));
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Plain_http_is_for_this_machine_only_in_development_too()
    {
        var refused = Assert.Throws<SettingsException>(() => Read(TestEnvironment.Development, ("Promote:PublicBaseUrl", "http://192.168.1.7:5000")));
        Assert.Contains("https://", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_key_is_refused_by_its_name()
    {
        var refused = Assert.Throws<SettingsException>(() => Read(TestEnvironment.Development, ("Promote:PublicBaseUrI", "https://x.example")));
        Assert.Contains("PublicBaseUrI", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dashboard_of_the_jobs_is_there_with_Hangfire_only()
    {
        Assert.Null(Read(TestEnvironment.Development).Jobs.DashboardFor);
#if USE_HANGFIRE
        Assert.Equal("cove-ro", Read(TestEnvironment.Development, ("Promote:Jobs:DashboardFor", "cove-ro")).Jobs.DashboardFor);
        var refused = Assert.Throws<SettingsException>(() => Read(TestEnvironment.Development, ("Promote:Jobs:DashboardFor", "")));
#else
        var refused = Assert.Throws<SettingsException>(() => Read(TestEnvironment.Development, ("Promote:Jobs:DashboardFor", "cove-ro")));
        Assert.Contains("-p:UseHangfire=true", refused.Message, StringComparison.Ordinal);
#endif
        Assert.Contains("Promote__Jobs__DashboardFor", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_short_bootstrap_key_is_refused()
    {
        var refused = Assert.Throws<SettingsException>(() => Read(TestEnvironment.Development, ("Promote:BootstrapApiKey", "secret")));
        Assert.Contains("Promote__BootstrapApiKey", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Promote:Seal:TimeStampAuthority", "tsa.example", "Promote__Seal__TimeStampAuthority")]
    [InlineData("Promote:Seal:TimeStampAuthority", "ftp://tsa.example", "Promote__Seal__TimeStampAuthority")]
    [InlineData("Promote:Seal:TimeStampAuthority", "https://user:secret@tsa.example", "Promote__Seal__TimeStampAuthority")]
    [InlineData("Promote:Seal:TimeStampRequired", "true", "Promote__Seal__TimeStampAuthority is not set")]
    [InlineData("Promote:Seal:TimeStampUrl", "https://tsa.example", "TimeStampUrl")]
    public void What_is_wrong_about_seals_is_named_and_no_value_is_shown(string key, string value, string why)
    {
        var refused = Assert.Throws<SettingsException>(() => Read(TestEnvironment.Development, (key, value)));
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_folder_of_trust_anchors_is_relative_to_the_content_root()
    {
        var seal = Read(TestEnvironment.Development, ("Promote:Seal:TrustAnchors", "anchors"), ("Promote:Seal:TimeStampAuthority", "http://tsa.example/tsr"), ("Promote:Seal:TimeStampRequired", "true")).Seal;
        Assert.Equal(Path.Combine(TestEnvironment.Development.ContentRootPath, "anchors"), seal.TrustAnchors);
        Assert.True(seal.TimeStampRequired);
    }

    [Theory]
    [InlineData("Host=db;Username=promote", true)]
    [InlineData("Username=promote; host=db", true)]
    [InlineData("Data Source=/var/lib/promote.db", false)]
    public void A_host_in_the_connection_string_means_PostgreSQL(string connectionString, bool postgres)
    {
        var database = SettingsReader.ReadDatabase(Configuration(("ConnectionStrings:Credentials", connectionString)), new PromoteSettings());

        Assert.Equal(postgres, database.IsPostgres);
        Assert.DoesNotContain("promote", database.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_that_lacks_a_setting_ends_with_one_sentence()
    {
        await using var database = await TestDatabase.CreateAsync(Database.Sqlite);

        var (exitCode, output) = await ServiceProcess.RunToEndAsync(
            database, ("ASPNETCORE_ENVIRONMENT", "Production"), ("Promote__PublicBaseUrl", "https://credentials.example"), ("Promote__BootstrapApiKey", null));

        Assert.Equal(1, exitCode);
        Assert.Contains("Promote__MasterKey is not set", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    private static PromoteSettings Read(TestEnvironment environment, params (string Key, string? Value)[] values) =>
        SettingsReader.ReadPromote(Configuration(values), environment);

    private static IConfiguration Configuration(params (string Key, string? Value)[] values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(pair => KeyValuePair.Create(pair.Key, pair.Value))).Build();
}
