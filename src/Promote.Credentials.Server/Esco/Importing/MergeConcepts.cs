using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Concepts;
using Promote.Credentials.Server.Esco.Files;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Bulk;

namespace Promote.Credentials.Server.Esco.Importing;

/// <summary>
/// Brings the concepts of one kind and their labels in one language to what a file says, within a transaction: first the file goes
/// into a temporary table, then a handful of statements compare and replace.
/// </summary>
internal sealed class MergeConcepts(CredentialsDb db)
{
    private const string Create = """
        CREATE TEMPORARY TABLE staged_esco_concepts (
            uri text COLLATE "C" NOT NULL PRIMARY KEY, code text, isco_group text, skill_type text, reuse_level text, preferred text, alternatives text)
        """;

    private const string New = """
        SELECT count(*) AS "Value" FROM staged_esco_concepts s
        WHERE s.preferred IS NOT NULL AND NOT EXISTS (SELECT 1 FROM esco_labels l WHERE l.language = {0} AND l.kind = {1} AND l.uri = s.uri)
        """;

    private const string Changed = """
        SELECT count(*) AS "Value" FROM staged_esco_concepts s
        JOIN esco_labels l ON l.language = {0} AND l.kind = {1} AND l.uri = s.uri
        JOIN esco_concepts c ON c.uri = s.uri
        WHERE s.preferred IS NOT NULL AND (s.preferred <> l.preferred OR s.alternatives <> l.alternatives
            OR (s.code IS NOT NULL AND s.code <> coalesce(c.code, '')) OR (s.isco_group IS NOT NULL AND s.isco_group <> coalesce(c.isco_group, ''))
            OR (s.skill_type IS NOT NULL AND s.skill_type <> coalesce(c.skill_type, '')) OR (s.reuse_level IS NOT NULL AND s.reuse_level <> coalesce(c.reuse_level, '')))
        """;

    private const string Removed = """
        SELECT count(*) AS "Value" FROM esco_labels l
        WHERE l.language = {0} AND l.kind = {1} AND NOT EXISTS (SELECT 1 FROM staged_esco_concepts s WHERE s.uri = l.uri AND s.preferred IS NOT NULL)
        """;

    // What a file leaves empty it does not know: another language may have said it.
    private const string Upsert = """
        INSERT INTO esco_concepts (uri, kind, code, isco_group, skill_type, reuse_level)
        SELECT uri, {0}, code, isco_group, skill_type, reuse_level FROM staged_esco_concepts WHERE preferred IS NOT NULL
        ON CONFLICT (uri) DO UPDATE SET
            code = coalesce(excluded.code, esco_concepts.code), isco_group = coalesce(excluded.isco_group, esco_concepts.isco_group),
            skill_type = coalesce(excluded.skill_type, esco_concepts.skill_type), reuse_level = coalesce(excluded.reuse_level, esco_concepts.reuse_level)
        """;

    private const string DropLabels = "DELETE FROM esco_labels WHERE language = {0} AND kind = {1}";

    private const string AddLabels = """
        INSERT INTO esco_labels (language, kind, uri, preferred, alternatives)
        SELECT {0}, {1}, uri, preferred, alternatives FROM staged_esco_concepts WHERE preferred IS NOT NULL
        """;

    // A concept that ESCO dropped is in no file of any language any more.
    private const string DropNameless = "DELETE FROM esco_concepts WHERE kind = {0} AND NOT EXISTS (SELECT 1 FROM esco_labels l WHERE l.uri = esco_concepts.uri)";

    private const string Drop = "DROP TABLE staged_esco_concepts";

    public async Task<EscoImported> RunAsync(EscoFile file, EscoKind kind, string language, CancellationToken cancellationToken)
    {
        await StagedTable.CreateAsync(db, Create, cancellationToken);
        var rows = await StageAsync(file, cancellationToken);
        await StagedTable.AnalyzeAsync(db, "ANALYZE staged_esco_concepts", cancellationToken);
        object[] of = [language, NameOf(kind)];
        var imported = new EscoImported(
            file.Kind, language, rows,
            await StagedTable.CountAsync(db, New, cancellationToken, of),
            await StagedTable.CountAsync(db, Changed, cancellationToken, of),
            await StagedTable.CountAsync(db, Removed, cancellationToken, of),
            Seconds: 0);
        if (imported.ChangedAnything)
        {
            await db.Database.ExecuteSqlRawAsync(Upsert, [NameOf(kind)], cancellationToken);
            await db.Database.ExecuteSqlRawAsync(DropLabels, of, cancellationToken);
            await db.Database.ExecuteSqlRawAsync(AddLabels, of, cancellationToken);
            await StagedTable.AnalyzeAsync(db, "ANALYZE esco_labels", cancellationToken);
            await db.Database.ExecuteSqlRawAsync(DropNameless, [NameOf(kind)], cancellationToken);
            await new RewriteTerms(db).RunAsync(kind, language, cancellationToken);
        }

        await db.Database.ExecuteSqlRawAsync(Drop, cancellationToken);
        return imported;
    }

    /// <summary>How a column spells a kind.</summary>
    public static string NameOf(EscoKind kind) => kind.ToString().ToLowerInvariant();

    private async Task<long> StageAsync(EscoFile file, CancellationToken cancellationToken)
    {
        var rows = 0L;
        await using var staged = await BulkInsert.BeginAsync(
            db, "staged_esco_concepts", ["uri", "code", "isco_group", "skill_type", "reuse_level", "preferred", "alternatives"], cancellationToken);
        await foreach (var concept in file.ReadConceptsAsync(cancellationToken))
        {
            await staged.WriteAsync(
                [concept.Uri, concept.Code, concept.IscoGroup, concept.SkillType, concept.ReuseLevel, concept.Preferred, StoredJson.Write(concept.Alternatives)], cancellationToken);
            rows++;
        }

        await staged.CompleteAsync(cancellationToken);
        return rows;
    }
}
