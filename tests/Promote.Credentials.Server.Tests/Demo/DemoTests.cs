using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Promote.Credentials.Formats.Qr;
using Promote.Credentials.Server.Tests.Fixtures;

namespace Promote.Credentials.Server.Tests.Demo;

/// <summary>The first start on an empty database, as a newcomer makes it.</summary>
[Trait("speed", "slow")]
public sealed partial class DemoTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Two_starts_make_one_issuer_one_achievement_and_one_award_and_say_the_same(Database kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var first = await StartAndReadAsync(database);
        var second = await StartAndReadAsync(database);

        // Of an invitation only the hash is kept, so that every start makes one of its own.
        Assert.Equal(WithoutInvitation(first.Text), WithoutInvitation(second.Text));
        Assert.Contains(QrCode.Terminal(first.Verification).TrimEnd('\n'), first.Text, StringComparison.Ordinal);
        foreach (var table in new[] { "issuers", "achievements", "achievement_versions", "awards", "api_keys", "people", "memberships" })
        {
            Assert.Equal(1, await database.CountAsync($"SELECT COUNT(*) FROM {table}"));
        }
    }

    [Fact]
    public async Task The_printed_link_leads_to_the_desk()
    {
        await using var database = await TestDatabase.CreateAsync(Database.Sqlite);
        await using var service = await StartAsync(database);
        var link = Invitation().Match((await ReadAsync(service)).Text).Value;

        using var accepted = await service.Anonymous.PostAsync(link, new FormUrlEncodedContent([new("name", "First Visitor"), new("password", "four words in a row")]));

        Assert.Equal("/desk", accepted.Headers.Location?.OriginalString);
        Assert.Contains("promote=", string.Join(';', accepted.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_printed_curl_line_issues_another_credential()
    {
        await using var database = await TestDatabase.CreateAsync(Database.Sqlite);
        await using var service = await StartAsync(database);
        var welcome = await ReadAsync(service);

        var answer = JsonSerializer.Deserialize<JsonElement>(await RunInShellAsync(welcome.Curl));

        Assert.Equal("issued", answer.GetProperty("state").GetString());
        Assert.NotEqual(welcome.Verification, answer.GetProperty("links").GetProperty("verification").GetString());
        await Ledger.AssertWholeAsync(database, awards: 2);
    }

    [Fact]
    public async Task The_curl_line_works_with_a_configured_key_and_with_any_character_in_it()
    {
        await using var database = await TestDatabase.CreateAsync(Database.Sqlite);
        await using var service = await StartAsync(database, ("Promote__BootstrapApiKey", "it's a key; $HOME `id` \"x\""));
        var welcome = await ReadAsync(service);

        var answer = JsonSerializer.Deserialize<JsonElement>(await RunInShellAsync(welcome.Curl));

        Assert.Equal("issued", answer.GetProperty("state").GetString());
        Assert.False(File.Exists(KeyFile(database)));
    }

    [Fact]
    public async Task The_demo_credential_stays_valid_when_the_service_moves_to_another_address()
    {
        await using var database = await TestDatabase.CreateAsync(Database.Sqlite);
        await StartAndReadAsync(database);
        await using var moved = await StartAsync(database);
        var welcome = await ReadAsync(moved);

        Assert.Contains(moved.Url.Authority, welcome.Verification, StringComparison.Ordinal);
        Assert.Contains("This credential is valid", await moved.Anonymous.GetStringAsync(welcome.Verification), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_its_owner_may_read_the_file_of_the_key()
    {
        await using var database = await TestDatabase.CreateAsync(Database.Sqlite);
        await using var service = await StartAsync(database);
        var welcome = await ReadAsync(service);

        Assert.Contains(await File.ReadAllTextAsync(KeyFile(database)), welcome.Curl, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeyFile(database)));
        }
    }

    [Fact]
    public async Task A_first_start_warns_of_nothing_and_leaves_the_home_folder_alone()
    {
        await using var database = await TestDatabase.CreateAsync(Database.Sqlite);
        var home = Directory.CreateDirectory(Path.Combine(database.Directory, "home"));
        await using var service = await StartAsync(database, ("HOME", home.FullName));
        await UntilSaidAsync(service, "Application started");

        Assert.DoesNotContain("warn:", service.Output, StringComparison.Ordinal);
        Assert.Empty(home.EnumerateFileSystemInfos());
    }

    [Fact]
    public async Task A_key_of_another_database_is_replaced_by_one_that_works()
    {
        await using var database = await TestDatabase.CreateAsync(Database.Sqlite);
        await File.WriteAllTextAsync(KeyFile(database), "pk_of_another_database");
        await using var service = await StartAsync(database);
        var welcome = await ReadAsync(service);

        Assert.DoesNotContain("pk_of_another_database", welcome.Curl, StringComparison.Ordinal);
        Assert.Equal("issued", JsonSerializer.Deserialize<JsonElement>(await RunInShellAsync(welcome.Curl)).GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_database_with_issuers_gets_no_demo_and_the_console_says_nothing_of_one()
    {
        await using var database = await TestDatabase.CreateMigratedAsync(Database.Sqlite);
        await Seed.AddAsync(database);
        await using var service = await StartAsync(database);
        await UntilSaidAsync(service, "Application started");

        Assert.DoesNotContain("curl", service.Output, StringComparison.Ordinal);
        Assert.Equal(1, await database.CountAsync("SELECT COUNT(*) FROM issuers"));
        Assert.Equal(0, await database.CountAsync("SELECT COUNT(*) FROM awards"));
    }

    private static string KeyFile(TestDatabase database) => Path.Combine(database.Directory, "demo-api-key");

    private static Task<ServiceProcess> StartAsync(TestDatabase database, params (string Name, string? Value)[] settings) =>
        ServiceProcess.StartAsync(database, [("Promote__BootstrapApiKey", null), .. settings]);

    // Both starts under one address, whatever the port: what is printed has to be the same to the letter.
    private static async Task<PrintedWelcome> StartAndReadAsync(TestDatabase database)
    {
        await using var service = await StartAsync(database, ("Promote__PublicBaseUrl", "http://localhost:5000"));
        return await ReadAsync(service);
    }

    private static async Task<PrintedWelcome> ReadAsync(TestedService service)
    {
        await UntilSaidAsync(service, "curl ");
        return PrintedWelcome.Read(service.Output);
    }

    private static async Task UntilSaidAsync(TestedService service, string text)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!service.Output.Contains(text, StringComparison.Ordinal))
        {
            await Task.Delay(20, patience.Token);
        }
    }

    private static async Task<string> RunInShellAsync(string line)
    {
        using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", line]) { RedirectStandardOutput = true })!;
        var output = await shell.StandardOutput.ReadToEndAsync();
        await shell.WaitForExitAsync();
        Assert.Equal(0, shell.ExitCode);
        return output;
    }

    private static string WithoutInvitation(string text) => Invitation().Replace(text, "");

    [GeneratedRegex("/desk/invitations/[A-Za-z0-9_-]{43}")]
    private static partial Regex Invitation();
}
