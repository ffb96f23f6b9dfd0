using Microsoft.Playwright;

namespace Promote.Credentials.Server.Tests.Browser;

/// <summary>The system's Chromium without a window, started once a test class.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Executable = "/usr/bin/chromium-headless-shell";

    private IPlaywright? playwright;

    /// <summary>Why tests in Chromium are skipped, or null when they run.</summary>
    public static string? Missing { get; } = File.Exists(Executable) ? null : $"{Executable} is missing: apt-get install chromium-headless-shell";

    internal IBrowser Browser { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (Missing is not null)
        {
            return;
        }

        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Executable,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
        });
    }

    public async Task DisposeAsync()
    {
        if (Browser is not null)
        {
            await Browser.DisposeAsync();
        }

        playwright?.Dispose();
    }
}
