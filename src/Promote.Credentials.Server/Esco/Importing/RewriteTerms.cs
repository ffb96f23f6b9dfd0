using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Concepts;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Bulk;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Esco.Importing;

/// <summary>
/// Writes anew what the concepts of one kind are found under in one language, from their labels: in that language and, for those that
/// have none in it, in English. So a search never has to ask which concepts have none.
/// </summary>
internal sealed class RewriteTerms(CredentialsDb db)
{
    /// <summary>The columns of a term, in the order in which they are written.</summary>
    public static readonly string[] Columns = ["language", "kind", "rank", "term", "uri"];

    // PostgreSQL reads and copies one after the other over one connection.
    private const int LabelsAtOnce = 5000;

    private const string Delete = "DELETE FROM esco_terms WHERE language = {0} AND kind = {1} AND rank >= {2}";

    // The usual two megabytes hold a small part of half a million terms: each page would be written and read again many times.
    private const string RemembersMuch = "PRAGMA cache_size = -65536";
    private const string RemembersAsUsual = "PRAGMA cache_size = -2000";

    public async Task RunAsync(EscoKind kind, string language, CancellationToken cancellationToken)
    {
        if (!db.Database.IsSqlite())
        {
            await WriteAllAsync(kind, language, cancellationToken);
            await StagedTable.AnalyzeAsync(db, "ANALYZE esco_terms", cancellationToken);
            return;
        }

        await db.Database.ExecuteSqlRawAsync(RemembersMuch, cancellationToken);
        try
        {
            await WriteAllAsync(kind, language, cancellationToken);
        }
        finally
        {
            await db.Database.ExecuteSqlRawAsync(RemembersAsUsual, CancellationToken.None);
        }
    }

    /// <summary>Writes the terms of some labels.</summary>
    /// <param name="terms">Where to.</param>
    /// <param name="labels">Labels of one kind.</param>
    /// <param name="language">The language in which they are found; where it is another one than theirs, they rank behind.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public static async Task WriteAsync(IBulkInsert terms, IEnumerable<EscoLabelRow> labels, string language, CancellationToken cancellationToken)
    {
        // In the order of the key, in which a tree of rows grows fastest.
        var rows = from label in labels
                   from term in EscoTerms.Of(label.Preferred, StoredJson.Read<string[]>(label.Alternatives))
                   let rank = term.Value + (label.Language == language ? 0 : EscoTerms.InEnglish)
                   select (Kind: MergeConcepts.NameOf(label.Kind), Rank: rank, Term: term.Key, label.Uri);
        foreach (var row in rows.OrderBy(row => row.Rank).ThenBy(row => row.Term, StringComparer.Ordinal))
        {
            await terms.WriteAsync([language, row.Kind, row.Rank, row.Term, row.Uri], cancellationToken);
        }
    }

    private async Task WriteAllAsync(EscoKind kind, string language, CancellationToken cancellationToken)
    {
        await ReplaceAsync(kind, language, EscoTerms.Preferred, db.EscoLabels.Where(row => row.Language == language && row.Kind == kind), cancellationToken);
        if (language != EscoLanguages.English)
        {
            await ReplaceEnglishAsync(kind, language, cancellationToken);
            return;
        }

        var others = await db.EscoLabels.Where(row => row.Kind == kind && row.Language != EscoLanguages.English).Select(row => row.Language).Distinct().ToListAsync(cancellationToken);
        foreach (var other in others)
        {
            await ReplaceEnglishAsync(kind, other, cancellationToken);
        }
    }

    private Task ReplaceEnglishAsync(EscoKind kind, string language, CancellationToken cancellationToken)
    {
        var nameless = db.EscoLabels.Where(row => row.Language == EscoLanguages.English && row.Kind == kind
            && !db.EscoLabels.Any(named => named.Language == language && named.Kind == kind && named.Uri == row.Uri));
        return ReplaceAsync(kind, language, EscoTerms.InEnglish, nameless, cancellationToken);
    }

    private async Task ReplaceAsync(EscoKind kind, string language, int fromRank, IQueryable<EscoLabelRow> from, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlRawAsync(Delete, [language, MergeConcepts.NameOf(kind), fromRank], cancellationToken);
        for (var last = ""; ;)
        {
            var after = last;
            var labels = await from.AsNoTracking().Where(row => row.Uri.CompareTo(after) > 0)
                .OrderBy(row => row.Uri).Take(LabelsAtOnce).ToListAsync(cancellationToken);
            if (labels is [])
            {
                return;
            }

            await using var terms = await BulkInsert.BeginAsync(db, "esco_terms", Columns, cancellationToken);
            await WriteAsync(terms, labels, language, cancellationToken);
            await terms.CompleteAsync(cancellationToken);
            last = labels[^1].Uri;
        }
    }
}
