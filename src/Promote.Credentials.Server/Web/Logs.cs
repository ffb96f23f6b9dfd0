using Microsoft.Extensions.Logging.Console;

namespace Promote.Credentials.Server.Web;

/// <summary>Where log lines go: to the console, as JSON in Production, which also escapes control characters.</summary>
internal static class Logs
{
    public static void AddTo(ILoggingBuilder logging, IHostEnvironment environment)
    {
        logging.ClearProviders();
        logging.AddConsole(console => console.FormatterName = environment.IsProduction() ? ConsoleFormatterNames.Json : ConsoleFormatterNames.Simple);
        logging.Services.Configure<JsonConsoleFormatterOptions>(json => (json.TimestampFormat, json.UseUtcTimestamp) = ("yyyy-MM-ddTHH:mm:ss.fffZ", true));
        logging.Services.Configure<SimpleConsoleFormatterOptions>(simple => simple.SingleLine = true);

        // The framework's own lines hold paths, and ids in paths lead to documents: ours say the same without.
        logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        logging.AddFilter("Quartz", LogLevel.Warning);
        logging.AddFilter("Hangfire", LogLevel.Warning);
        logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
    }
}
