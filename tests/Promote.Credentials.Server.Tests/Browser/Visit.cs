using Microsoft.Playwright;

namespace Promote.Credentials.Server.Tests.Browser;

/// <summary>A visitor with a fresh profile, who writes down everything that a public page must not do.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly List<string> complaints = [];

    private Visit(IBrowserContext context, IPage page, Uri home)
    {
        (this.context, Page) = (context, page);
        page.Request += (_, request) => ComplainUnless(new Uri(request.Url).Authority == home.Authority, $"request to {request.Url}");
        page.Console += (_, message) => ComplainUnless(message.Type is not ("error" or "warning"), $"console: {message.Text}");
        page.PageError += (_, error) => ComplainUnless(false, $"script error: {error}");
        page.Dialog += async (_, dialog) =>
        {
            ComplainUnless(false, $"dialog: {dialog.Message}");
            await dialog.DismissAsync();
        };
    }

    public IPage Page { get; }

    /// <summary>Requests to other hosts, messages on the console (where violations of the content security policy appear), script errors and dialogs.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    public static async Task<Visit> StartAsync(IBrowser browser, Uri home, bool scripts = true, int width = 1280, ColorScheme colors = ColorScheme.Light, string locale = "en-GB")
    {
        var context = await browser.NewContextAsync(new()
        {
            JavaScriptEnabled = scripts, ViewportSize = new() { Width = width, Height = 800 }, ColorScheme = colors, Locale = locale,
        });
        return new Visit(context, await context.NewPageAsync(), home);
    }

    /// <summary>The status of the page.</summary>
    public async Task<int> OpenAsync(string url) => (await Page.GotoAsync(url))!.Status;

    /// <summary>How much wider than the window the page is, or than a sheet what stands on it, in pixels; nothing when nobody has to scroll sideways and nothing is cut off.</summary>
    public Task<int> OverflowAsync() =>
        Page.EvaluateAsync<int>("Math.max(0, document.scrollingElement.scrollWidth - window.innerWidth, ...[...document.querySelectorAll('.sheet')].map(sheet => sheet.scrollWidth - sheet.clientWidth))");

    /// <summary>Keeps a picture of the whole page for people to look at.</summary>
    public Task TakePictureAsync(string name) => Page.ScreenshotAsync(new() { Path = Pictures.FileOf(name), FullPage = true });

    public ValueTask DisposeAsync() => context.DisposeAsync();

    private void ComplainUnless(bool fine, string complaint)
    {
        if (!fine)
        {
            complaints.Add(complaint);
        }
    }
}
