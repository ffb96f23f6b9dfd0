using System.Globalization;
using Promote.Credentials.Fuzz.Targets;

namespace Promote.Credentials.Fuzz;

/// <summary>What the command line asks for.</summary>
internal sealed record Options
{
    /// <summary>Only print the names of the targets.</summary>
    public bool List { get; private init; }

    /// <summary>The one target to run; null runs all.</summary>
    public string? Target { get; private init; }

    /// <summary>How long each target runs.</summary>
    public int Seconds { get; private init; } = 20;

    /// <summary>The same seed gives the same cases in the same order.</summary>
    public ulong Seed { get; private init; } = 1;

    /// <summary>Run this case of the seed and no other.</summary>
    public ulong? Case { get; private init; }

    /// <summary>Run the bytes of this file and no case of the seed.</summary>
    public string? File { get; private init; }

    /// <summary>Null for a command line that says something else.</summary>
    internal static Options? Read(IReadOnlyList<string> arguments)
    {
        Options? options = new();
        for (var at = 0; options is not null && at < arguments.Count; at += 2)
        {
            options = arguments is ["--list"] ? options with { List = true }
                : at + 1 == arguments.Count ? null
                : options.With(arguments[at], arguments[at + 1]);
        }

        return options is { Target: null } and ({ Case: not null } or { File: not null }) ? null : options;
    }

    private Options? With(string name, string value) => name switch
    {
        "--target" => TargetList.Names.Contains(value) ? this with { Target = value } : null,
        "--seconds" => Number(value) is { } seconds and > 0 and <= 86_400 ? this with { Seconds = (int)seconds } : null,
        "--seed" => Number(value) is { } seed ? this with { Seed = seed } : null,
        "--case" => Number(value) is { } number ? this with { Case = number } : null,
        "--file" => this with { File = value },
        _ => null,
    };

    private static ulong? Number(string text) => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
