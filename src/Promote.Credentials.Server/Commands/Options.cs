namespace Promote.Credentials.Server.Commands;

/// <summary>The options of a command: <c>--name value</c>, and the files before them.</summary>
internal sealed class Options
{
    private readonly IConfigurationRoot values;

    public Options(string[] arguments, IReadOnlyList<string>? files = null)
    {
        values = new ConfigurationBuilder().AddCommandLine(arguments).Build();
        Files = files ?? [];
    }

    /// <summary>The files that the command is about.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>The value of an option, or null.</summary>
    public string? this[string name] => values[name];

    /// <exception cref="UsageException">The option is missing.</exception>
    public string Required(string name) => values[name] ?? throw new UsageException($"--{name} is missing.{Environment.NewLine}{CommandLine.Usage}");
}
