namespace Promote.Credentials.Server.Commands;

/// <summary>A command that did its work and has bad news; scripts look at the exit code.</summary>
internal sealed class CommandFailedException(string message, int exitCode) : Exception(message)
{
    /// <summary>What the program ends with.</summary>
    public int ExitCode { get; } = exitCode;
}
