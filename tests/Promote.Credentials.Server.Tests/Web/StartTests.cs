using System.Security.Cryptography;
using System.Text.Json;
using Promote.Credentials.Server.Tests.Fixtures;

namespace Promote.Credentials.Server.Tests.Web;

/// <summary>Starts in Production, as a process of its own.</summary>
[Trait("needs", "server")]
public sealed class StartTests
{
    private static (string Name, string? Value)[] Complete(TestDatabase database) =>
    [
        ("ASPNETCORE_ENVIRONMENT", "Production"),
        ("Promote__BootstrapApiKey", null),
        ("Promote__PublicBaseUrl", "https://badges.example.org"),
        ("Promote__MasterKey", Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))),
        ("Promote__KeysDirectory", database.Directory),
        ("Promote__KeysPassword", "any"),
    ];

    [Theory]
    [InlineData("Promote__PublicBaseUrl", null)]
    [InlineData("Promote__PublicBaseUrl", "http://badges.example.org")]
    [InlineData("Promote__MasterKey", null)]
    [InlineData("Promote__MasterKey", "c2hvcnQ=")]
    [InlineData("Promote__KeysDirectory", null)]
    [InlineData("Promote__KeysPassword", null)]
    [InlineData("Promote__RateLimits__KeyBurst", "0")]
    [InlineData("Promote__BootstrapApiKey", "short")]
    [InlineData("Promote__BootstrapApiKey", "long-enough-but-not-for-Production")]
    [InlineData("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1")]
    public async Task A_start_that_lacks_a_setting_names_it_and_ends(string setting, string? value)
    {
        await using var database = await TestDatabase.CreateAsync(Database.Sqlite);
        var (exitCode, output) = await ServiceProcess.RunToEndAsync(database, [.. Complete(database), (setting, value)]);

        Assert.Equal(1, exitCode);
        Assert.Contains(setting, output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_every_setting_it_serves_and_each_line_of_its_log_is_one_JSON_object()
    {
        await using var database = await TestDatabase.CreateAsync(Database.Sqlite);
        await using var service = await ServiceProcess.StartAsync(database, Complete(database));
        using var answer = await service.Anonymous.GetAsync("/v/%0D%0A%1B[31mforged");
        Assert.Equal("max-age=31536000", answer.Headers.GetValues("Strict-Transport-Security").Single());
        await service.Anonymous.GetAsync("/healthz");

        var lines = service.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.Equal(JsonValueKind.Object, JsonSerializer.Deserialize<JsonElement>(line).ValueKind));
        Assert.DoesNotContain("forged", service.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_files_of_its_pages_are_there_from_whatever_folder_it_is_started()
    {
        await using var database = await TestDatabase.CreateAsync(Database.Sqlite);
        await using var service = await ServiceProcess.StartAsync(database);

        Assert.NotEmpty(await service.Anonymous.GetStringAsync("/site.css"));
    }
}
