namespace Promote.Credentials.Server.Settings;

/// <summary>The service cannot start with this configuration. The message says in one sentence what to set.</summary>
internal sealed class SettingsException(string message, Exception? inner = null) : Exception(message, inner);
