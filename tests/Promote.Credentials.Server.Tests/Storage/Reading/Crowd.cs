using System.Globalization;
using Promote.Credentials.Server.Tests.Fixtures;

namespace Promote.Credentials.Server.Tests.Storage.Reading;

/// <summary>Thousands of rows of other people in every table that grows, finished all of them, so that nobody has a reason to read one.</summary>
internal static class Crowd
{
    private const int Rows = 5_000;

    /// <summary>The tables that grow with what issuers, learners and visitors do. The others have a handful of rows an issuer.</summary>
    public static readonly string[] Tables =
    [
        "achievements", "achievement_versions", "learners", "learner_lookups", "awards", "credentials", "idempotency_keys", "audit", "outbox", "deliveries", "share_links", "pictures",
        "platform_credentials", "webhook_deliveries", "assessments", "assessment_files", "people", "memberships", "sessions", "person_identifiers", "pathway_completions",
        "batches", "batch_lines", "batch_mails", "status_slices", "esco_concepts", "esco_labels", "esco_terms", "esco_relations",
    ];

    // What stands in a column, by the number n of its row. A column that is not here has its number in it, or nothing where it may have nothing.
    private static readonly Dictionary<string, string> Values = new()
    {
        ["issuer_id"] = "'other-' || n % 50",
        ["state"] = "'issued'",
        ["achievements.state"] = "'published'",
        ["achievements.published_version"] = "1",
        ["achievement_versions.number"] = "1",
        ["achievement_versions.content"] = "'{}'",
        ["awards.achievement_id"] = "'x' || n % 500",
        ["awards.revoked_at"] = "CASE WHEN n % 50 = 0 THEN now() END",
        ["awards.valid_until"] = "CASE WHEN n % 20 = 0 THEN now() + interval '2 years' END",
        ["credentials.status_list_id"] = "'list-' || n % 10",
        ["credentials.document_id"] = "'x' || n",
        ["audit.sequence"] = "-n",
        ["audit.hash"] = "decode(md5(n::text), 'hex')",
        ["audit.learner_id"] = "'x' || n",
        ["outbox.done_at"] = "now()",
        ["deliveries.state"] = "'sent'",
        ["platform_credentials.document_hash"] = "decode(md5(n::text), 'hex')",
        ["webhook_deliveries.state"] = "'delivered'",
        ["webhook_deliveries.webhook_id"] = "'x' || n % 50",
        ["assessments.state"] = "'confirmed'",
        ["assessments.achievement_id"] = "'x' || n % 500",
        ["assessments.awarded_at"] = "now()",
        ["assessment_files.completed_at"] = "now()",
        ["sessions.expires_at"] = "now() + interval '1 hour'",
        ["pathway_completions.pathway_id"] = "'x' || n % 50",
        ["pathway_completions.award_id"] = "'x' || n",
        ["batches.state"] = "'done'",
        ["batches.action"] = "'issue'",
        ["batches.counted"] = """'{"rows": 1000, "good": 950, "bad": 50, "issued": 950, "failed": 0}'""",
        ["batch_lines.batch_id"] = "'x' || n % 50",
        ["batch_lines.state"] = "CASE n % 20 WHEN 0 THEN 'bad' ELSE 'issued' END",
        ["batch_lines.learner"] = "decode(md5(n::text), 'hex')",
        ["batch_lines.award_id"] = "'x' || n",
        ["batch_mails.state"] = "'sent'",
        ["status_slices.list_id"] = "'list-' || n % 10",
        ["uri"] = "'http://data.europa.eu/esco/skill/x' || n",
        ["kind"] = "'skill'",
        ["esco_labels.language"] = "'en'",
        ["esco_labels.alternatives"] = "'[]'",
        ["esco_terms.language"] = "'en'",
        ["esco_terms.rank"] = "1",
        ["esco_relations.occupation"] = "'http://data.europa.eu/esco/occupation/x' || n % 50",
        ["esco_relations.skill"] = "'http://data.europa.eu/esco/skill/x' || n",
    };

    /// <summary>Fills the tables, and has PostgreSQL look at them as it does by itself sooner or later.</summary>
    public static async Task FillAsync(TestDatabase database)
    {
        var columns = await database.QueryAsync("SELECT table_name, column_name, data_type, is_nullable, is_identity FROM information_schema.columns WHERE table_schema = 'public' ORDER BY ordinal_position");
        var inserts = Tables.Select(table => Insert(table, [.. columns.Where(column => (string)column[0] == table)]));

        // What these rows point to is not there, and nobody asks for it.
        await database.ExecuteAsync($"SET session_replication_role = replica; {string.Concat(inserts)} RESET session_replication_role; ANALYZE");
    }

    private static string Insert(string table, object[][] columns)
    {
        var given = columns.Where(column => (string)column[4] == "NO")
            .Select(column => (Name: (string)column[1], Value: ValueOf(table, (string)column[1], (string)column[2], (string)column[3] == "YES")))
            .Where(column => column.Value is not null).ToList();
        return string.Create(CultureInfo.InvariantCulture, $"INSERT INTO {table} ({string.Join(", ", given.Select(column => column.Name))}) SELECT {string.Join(", ", given.Select(column => column.Value))} FROM generate_series(1, {Rows}) n; ");
    }

    private static string? ValueOf(string table, string column, string type, bool mayBeNull) =>
        Values.TryGetValue($"{table}.{column}", out var of) || (!mayBeNull && Values.TryGetValue(column, out of)) ? of
        : mayBeNull ? null
        : type switch
        {
            "text" => "'x' || n",
            "bytea" => "decode(md5(n::text), 'hex')",
            "boolean" => "false",
            "timestamp with time zone" => "now() - n * interval '1 minute'",
            _ => "n",
        };
}
