namespace Promote.Credentials.Server.Commands;

/// <summary>A command cannot be done as it was written. The message says what to write instead.</summary>
internal sealed class UsageException(string message) : Exception(message);
