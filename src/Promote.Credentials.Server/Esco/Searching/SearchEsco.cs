using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Concepts;
using Promote.Credentials.Server.Esco.Importing;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Esco.Searching;

/// <summary>
/// Finds concepts by what a name of theirs, or a word in it, begins with: those whose preferred name begins so first. A concept
/// without a name in the language asked for is found by its English ones.
/// </summary>
internal sealed class SearchEsco(CredentialsDb db, EscoSample sample)
{
    // Several terms of one concept may begin alike; more are read only where twice the answer does not fill it.
    private const int TermsOfHit = 2;

    // No text that begins with another one comes after that with the last code point of Unicode behind it.
    private const string Last = "\U0010FFFF";

    private const string OfRank =
        "SELECT * FROM (SELECT language, kind, rank, term, uri FROM esco_terms WHERE language = {0} AND kind = {1} AND rank = RANK AND term >= {2} AND term < {3} ORDER BY term, uri LIMIT {4} OFFSET {5}) AS of_rank_RANK";

    private static readonly string InLanguage = OfRanksFrom(EscoTerms.Preferred);

    private static readonly string OnlyInEnglish = OfRanksFrom(EscoTerms.InEnglish);

    public async Task<EscoHits> RunAsync(EscoKind kind, EscoQuery query, CancellationToken cancellationToken)
    {
        var hits = await FindAsync(kind, query, cancellationToken);

        // In the first moment of an installation its sample is still on the way.
        return hits.Items is [] && await sample.ImportAsync(cancellationToken) ? await FindAsync(kind, query, cancellationToken) : hits;
    }

    private async Task<EscoHits> FindAsync(EscoKind kind, EscoQuery query, CancellationToken cancellationToken)
    {
        var asked = EscoTerms.Asked(query.Q!);
        var uris = new List<string>();
        await FindAsync(uris, InLanguage, kind, query.Language, asked, query.Limit, cancellationToken);
        if (query.Language != EscoLanguages.English)
        {
            await FindAsync(uris, OnlyInEnglish, kind, query.Language, asked, query.Limit, cancellationToken);
        }

        if (uris is [] && !await HasNamesAsync(kind, query.Language, cancellationToken))
        {
            // Nothing was imported in this language.
            await FindAsync(uris, InLanguage, kind, EscoLanguages.English, asked, query.Limit, cancellationToken);
        }

        return new EscoHits(uris is [] ? [] : await DescribeAsync(uris, kind, query.Language, asked, cancellationToken));
    }

    // In the order of the key, so that no database looks for one through all names of all languages.
    private async Task<bool> HasNamesAsync(EscoKind kind, string language, CancellationToken cancellationToken) =>
        await db.EscoLabels.Where(row => row.Language == language && row.Kind == kind).OrderBy(row => row.Uri).Select(row => row.Uri).FirstOrDefaultAsync(cancellationToken) is not null;

    // Each rank is one range of the key, in its order, which ends as soon as it has enough; four of them are asked for at once.
    private static string OfRanksFrom(int first) => string.Join(
        " UNION ALL ",
        Enumerable.Range(first, EscoTerms.InEnglish).Select(rank => OfRank.Replace("RANK", rank.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)));

    private async Task FindAsync(List<string> uris, string sql, EscoKind kind, string language, string asked, int limit, CancellationToken cancellationToken)
    {
        var atOnce = TermsOfHit * limit;
        for (var (read, more) = (0, true); more && uris.Count < limit; read += atOnce)
        {
            object[] parameters = [language, MergeConcepts.NameOf(kind), asked, asked + Last, atOnce, read];
            var found = await db.EscoTerms.FromSqlRaw(sql, parameters).AsNoTracking().ToListAsync(cancellationToken);
            var best = found.OrderBy(term => term.Rank).ThenBy(term => term.Term, StringComparer.Ordinal).Select(term => term.Uri);
            uris.AddRange(best.Distinct().Except(uris).Take(limit - uris.Count).ToArray());
            more = found.CountBy(term => term.Rank).Any(rank => rank.Value == atOnce);
        }
    }

    private async Task<EscoHit[]> DescribeAsync(List<string> uris, EscoKind kind, string language, string asked, CancellationToken cancellationToken)
    {
        var rows = await (
            from label in db.EscoLabels.AsNoTracking()
            join concept in db.EscoConcepts on label.Uri equals concept.Uri
            where (label.Language == language || label.Language == EscoLanguages.English) && label.Kind == kind && uris.Contains(label.Uri)
            select new { label, concept }).ToDictionaryAsync(row => (row.label.Uri, row.label.Language), cancellationToken);
        return
        [
            .. from uri in uris
               let row = rows.GetValueOrDefault((uri, language)) ?? rows[(uri, EscoLanguages.English)]
               select new EscoHit(uri, row.label.Preferred, row.label.Language)
               {
                   Matched = Matched(row.label, asked),
                   Code = row.concept.Code,
                   IscoGroup = row.concept.IscoGroup,
                   SkillType = row.concept.SkillType,
                   ReuseLevel = row.concept.ReuseLevel,
               },
        ];
    }

    private static string? Matched(EscoLabelRow label, string asked) => EscoTerms.IsUnder(label.Preferred, asked)
        ? null
        : StoredJson.Read<string[]>(label.Alternatives).FirstOrDefault(alternative => EscoTerms.IsUnder(alternative, asked));
}
