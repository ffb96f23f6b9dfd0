namespace Promote.Credentials.Server.Commands;

/// <summary>What the program was started for: a command, or to serve, which needs no word.</summary>
/// <param name="Command">The command; null to serve.</param>
/// <param name="Options">The options behind its words.</param>
/// <param name="Files">The files behind its words, for a command that takes some.</param>
internal sealed record CommandLine(Command? Command, string[] Options, IReadOnlyList<string> Files)
{
    /// <summary>The command that files are written behind.</summary>
    private const string WithFiles = "esco import";

    /// <summary>The commands, with what they are written with.</summary>
    private static readonly (string Words, string Usage, Command Command)[] Commands =
    [
        ("migrate", "migrate", MigrateDatabase.RunAsync),
        ("issuers create", "issuers create --slug cove-ro --name \"Centre of Vocational Excellence\" --country RO --language ro", AdmitIssuer.RunAsync),
        ("keys issuer list", "keys issuer list --issuer cove-ro", ListSigningKeys.RunAsync),
        ("keys issuer add", "keys issuer add --issuer cove-ro (--file cove-ro.2027.pem | --label cove-ro.2027)", AddSigningKey.RunAsync),
        ("keys issuer activate", "keys issuer activate --issuer cove-ro --id …", ChangeSigningKey.ActivateAsync),
        ("keys issuer retire", "keys issuer retire --issuer cove-ro --id …", ChangeSigningKey.RetireAsync),
        ("keys issuer compromise", "keys issuer compromise --issuer cove-ro --id … [--at 2027-03-01T08:00:00Z]", ChangeSigningKey.CompromiseAsync),
        ("keys api create", "keys api create --issuer cove-ro [--name \"learning platform\"] [--scopes awards:write,awards:read] [--expires 2027-12-31]", CreateKey.RunAsync),
        ("keys api list", "keys api list --issuer cove-ro", ListKeys.RunAsync),
        ("people invite", "people invite --issuer cove-ro --email … [--roles administrator,assessor]", InviteByCommand.RunAsync),
        ("status recover", "status recover", RecoverStatusLists.RunAsync),
        ("audit verify", "audit verify", VerifyAudit.RunAsync),
        ("audit accept", "audit accept --reason \"the database was restored from last night\"", AcceptAudit.RunAsync),
        (WithFiles, $"{WithFiles} FILE… [--language en]", ImportEscoFiles.RunAsync),
        ("keys api revoke", "keys api revoke --id …", RevokeKey.RunAsync),
    ];

    /// <summary>How the program is started, one line a command.</summary>
    public static string Usage { get; } = string.Join(
        Environment.NewLine, ["Usage: promote [serve]", .. Commands.Select(command => $"       promote {command.Usage}"), $"       promote {VerifyFile.Usage}"]);

    /// <exception cref="UsageException">There is no such command.</exception>
    public static CommandLine Read(string[] arguments)
    {
        var words = arguments.TakeWhile(argument => !argument.StartsWith('-')).ToArray();
        var options = arguments[words.Length..];
        if (words is [] or ["serve"])
        {
            return new(null, options, []);
        }

        var line = string.Join(' ', words);
        var (name, files) = line.StartsWith(WithFiles + " ", StringComparison.Ordinal) ? (WithFiles, words[WithFiles.Split(' ').Length..]) : (line, []);
        var found = Commands.FirstOrDefault(command => command.Words == name).Command;
        return found is null ? throw new UsageException(Usage) : new(found, options, files);
    }
}
