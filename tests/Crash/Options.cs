using System.Globalization;

namespace Promote.Credentials.Crash;

/// <summary>What the command line asks for.</summary>
internal sealed record Options
{
    /// <summary>How many lines the batch has.</summary>
    public int Rows { get; private init; } = 2000;

    /// <summary>How often a node is killed while it works on it.</summary>
    public int Kills { get; private init; } = 10;

    /// <summary>How often PostgreSQL is restarted meanwhile, without a word to anybody.</summary>
    public int Restarts { get; private init; } = 2;

    /// <summary>Null for a command line that says something else.</summary>
    internal static Options? Read(IReadOnlyList<string> arguments)
    {
        Options? options = new();
        for (var at = 0; options is not null && at < arguments.Count; at += 2)
        {
            options = at + 1 < arguments.Count && int.TryParse(arguments[at + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? options.With(arguments[at], number) : null;
        }

        return options is { Rows: > 0 } ? options : null;
    }

    private Options? With(string name, int number) => name switch
    {
        "--rows" => this with { Rows = number },
        "--kills" => this with { Kills = number },
        "--restarts" => this with { Restarts = number },
        _ => null,
    };
}
