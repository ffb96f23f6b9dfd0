using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Esco.Files;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Bulk;

namespace Promote.Credentials.Server.Esco.Importing;

/// <summary>Replaces the skills of the occupations that a file of relations names, within a transaction. Those of other occupations stay.</summary>
internal sealed class MergeRelations(CredentialsDb db)
{
    private const string Create = """
        CREATE TEMPORARY TABLE staged_esco_rows (occupation text COLLATE "C" NOT NULL, skill text COLLATE "C" NOT NULL, essential integer NOT NULL)
        """;

    // A pair that stands in the file as both is essential.
    private const string Unite = """
        CREATE TEMPORARY TABLE staged_esco_relations AS
        SELECT occupation, skill, max(essential) AS essential FROM staged_esco_rows GROUP BY occupation, skill
        """;

    private const string New = """
        SELECT count(*) AS "Value" FROM staged_esco_relations s
        WHERE NOT EXISTS (SELECT 1 FROM esco_relations r WHERE r.occupation = s.occupation AND r.skill = s.skill)
        """;

    private const string Changed = """
        SELECT count(*) AS "Value" FROM staged_esco_relations s
        JOIN esco_relations r ON r.occupation = s.occupation AND r.skill = s.skill WHERE r.essential <> (s.essential = 1)
        """;

    private const string Removed = """
        SELECT count(*) AS "Value" FROM esco_relations r
        WHERE r.occupation IN (SELECT occupation FROM staged_esco_relations)
            AND NOT EXISTS (SELECT 1 FROM staged_esco_relations s WHERE s.occupation = r.occupation AND s.skill = r.skill)
        """;

    private const string DropOld = "DELETE FROM esco_relations WHERE occupation IN (SELECT occupation FROM staged_esco_relations)";

    private const string Add = "INSERT INTO esco_relations (occupation, skill, essential) SELECT occupation, skill, essential = 1 FROM staged_esco_relations";

    private const string Index = "CREATE INDEX ix_staged_esco_relations ON staged_esco_relations (occupation, skill)";

    public async Task<EscoImported> RunAsync(EscoFile file, CancellationToken cancellationToken)
    {
        await StagedTable.CreateAsync(db, Create, cancellationToken);
        var rows = await StageAsync(file, cancellationToken);
        await db.Database.ExecuteSqlRawAsync(Unite, cancellationToken);
        await db.Database.ExecuteSqlRawAsync(Index, cancellationToken);
        await StagedTable.AnalyzeAsync(db, "ANALYZE staged_esco_relations", cancellationToken);
        var imported = new EscoImported(
            file.Kind, Language: null, rows,
            await StagedTable.CountAsync(db, New, cancellationToken),
            await StagedTable.CountAsync(db, Changed, cancellationToken),
            await StagedTable.CountAsync(db, Removed, cancellationToken),
            Seconds: 0);
        if (imported.ChangedAnything)
        {
            await db.Database.ExecuteSqlRawAsync(DropOld, cancellationToken);
            await db.Database.ExecuteSqlRawAsync(Add, cancellationToken);
        }

        await db.Database.ExecuteSqlRawAsync("DROP TABLE staged_esco_relations", cancellationToken);
        await db.Database.ExecuteSqlRawAsync("DROP TABLE staged_esco_rows", cancellationToken);
        return imported;
    }

    private async Task<long> StageAsync(EscoFile file, CancellationToken cancellationToken)
    {
        var rows = 0L;
        await using var staged = await BulkInsert.BeginAsync(db, "staged_esco_rows", ["occupation", "skill", "essential"], cancellationToken);
        await foreach (var relation in file.ReadRelationsAsync(cancellationToken))
        {
            await staged.WriteAsync([relation.Occupation, relation.Skill, relation.Essential ? 1 : 0], cancellationToken);
            rows++;
        }

        await staged.CompleteAsync(cancellationToken);
        return rows;
    }
}
