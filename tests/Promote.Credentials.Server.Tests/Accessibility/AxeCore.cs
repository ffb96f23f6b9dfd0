using System.Text.Json;
using Microsoft.Playwright;
using Promote.Credentials.Server.Tests.Browser;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Accessibility;

/// <summary>axe-core in a page: the rules of WCAG 2.0, 2.1 and 2.2 at level A and AA that a program can check, and its best practices.</summary>
internal static class AxeCore
{
    // What a page loads is not loaded again for axe: every style sheet is of the page's own origin and can be read.
    private const string Run = """
        async runOnly => {
            const found = await axe.run(document, { runOnly, resultTypes: ['violations'], preload: false });
            return found.violations.flatMap(one => one.nodes.map(node => `${one.id}: ${node.target.join(' ')}: ${node.any.concat(node.all, node.none).map(why => why.message).join('; ')}`));
        }
        """;

    private static readonly object Everything = new { type = "tag", values = new[] { "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice" } };

    private static string File { get; } = Path.Combine(Repository.Root(), "tests", "Interop", "node_modules", "axe-core", "axe.min.js");

    /// <summary>Why tests with axe are skipped, or null when they run. Where all tests have to run, they fail instead.</summary>
    public static string? Missing { get; } =
        Chromium.Missing ?? (System.IO.File.Exists(File) || Environment.GetEnvironmentVariable("CI") == "true" ? null : "axe-core is missing: npm ci in tests/Interop");

    /// <summary>Puts it into every page of a context, as a browser extension does, past the page's own content security policy.</summary>
    public static Task AddToAsync(IBrowserContext context) => context.AddInitScriptAsync(scriptPath: File);

    /// <summary>Everything that it finds wrong with a page: the rule, where, and why.</summary>
    public static Task<string[]> ViolationsAsync(IPage page) => page.EvaluateAsync<string[]>(Run, Everything);
}
