using System.Globalization;
using Promote.Credentials.Benchmarks.Load;

namespace Promote.Credentials.Benchmarks.Modes;

/// <summary>One server that is running already: <c>load URL PID BODY.json REQUESTS CONNECTIONS</c>.</summary>
internal static class One
{
    internal static async Task RunAsync(string[] arguments)
    {
        var (url, id, body) = (new Uri(arguments[0]), Number(arguments[1]), await File.ReadAllBytesAsync(arguments[2]));
        await new Race(rounds: 5, connections: Number(arguments[4])).RunAsync((LoadTarget.Post(url.Authority, id, url, body), Number(arguments[3])));
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
