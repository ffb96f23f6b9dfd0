using Npgsql;

namespace Promote.Credentials.Server.Storage;

/// <summary>How this service talks to PostgreSQL, where the operator's connection string does not say otherwise.</summary>
internal static class PostgresConnection
{
    private const string Statements = "Max Auto Prepare";
    private const string Options = "Options";

    // Somebody waits for the answer, and a proxy for less than a minute. A lock that is held for longer than a chunk of lines takes is held by
    // something that is stuck, and so is whoever keeps a transaction open and says nothing. What is cancelled is answered with 503 and may be repeated.
    private const string TimeOuts = "-c statement_timeout=15s -c lock_timeout=5s -c idle_in_transaction_session_timeout=2min";

    /// <summary>The connection string with what it leaves open.</summary>
    public static string StringOf(string given)
    {
        var builder = new NpgsqlConnectionStringBuilder(given);

        // The service sends few different statements, again and again. Behind a pooler that cannot keep prepared ones the operator says Max Auto Prepare=0.
        if (!Says(given, Statements))
        {
            builder.MaxAutoPrepare = 50;
        }

        // Of two values the server takes the last. Behind a pooler that takes no options the operator says Options= and nothing.
        if (!Says(given, Options) || !string.IsNullOrEmpty(builder.Options))
        {
            builder.Options = $"{TimeOuts} {builder.Options}".TrimEnd();
        }

        return builder.ConnectionString;
    }

    private static bool Says(string given, string name) =>
        given.Split(';').Any(part => part.Split('=')[0].Trim().Equals(name, StringComparison.OrdinalIgnoreCase));
}
