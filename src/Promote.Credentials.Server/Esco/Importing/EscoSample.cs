using System.Text;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Concepts;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Bulk;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Esco.Importing;

/// <summary>
/// The part of ESCO that a new installation begins with: occupations and skills around prison and probation work, as they stand in
/// <c>schemas/esco</c>. Whoever needs more imports ESCO's own files.
/// </summary>
internal sealed class EscoSample(CredentialsDb db)
{
    /// <summary>Puts the sample into a database that has nothing of ESCO, or waits for whoever does; answers whether there was nothing.</summary>
    public async Task<bool> ImportAsync(CancellationToken cancellationToken)
    {
        if (await db.EscoConcepts.AnyAsync(cancellationToken))
        {
            return false;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await LongWork.AllowAsync(db, cancellationToken);
        await EscoLock.TakeAsync(db, cancellationToken);

        // Another node that starts at the same time may have been first.
        if (!await db.EscoConcepts.AnyAsync(cancellationToken))
        {
            await WriteAsync([.. Read(EscoKind.Occupation), .. Read(EscoKind.Skill)], cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return true;
    }

    /// <summary>The lines of one kind.</summary>
    internal static IEnumerable<(EscoKind Kind, SampleLine Line)> Read(EscoKind kind)
    {
        using var stream = typeof(EscoSample).Assembly.GetManifestResourceStream(kind == EscoKind.Skill ? "schemas/esco/skills.jsonl" : "schemas/esco/occupations.jsonl")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            yield return (kind, StoredJson.Read<SampleLine>(line));
        }
    }

    private async Task WriteAsync((EscoKind Kind, SampleLine Line)[] concepts, CancellationToken cancellationToken)
    {
        await InsertAsync(
            "esco_concepts",
            ["uri", "kind", "code", "isco_group", "skill_type", "reuse_level"],
            concepts.Select(one => new object?[] { one.Line.Uri, MergeConcepts.NameOf(one.Kind), one.Line.Code, one.Line.IscoGroup, one.Line.SkillType, one.Line.ReuseLevel }),
            cancellationToken);

        EscoLabelRow[] labels =
        [
            .. from one in concepts
               from label in one.Line.Labels
               select new EscoLabelRow { Language = label.Key, Kind = one.Kind, Uri = one.Line.Uri, Preferred = label.Value[0], Alternatives = StoredJson.Write(label.Value[1..]) },
        ];
        await InsertAsync(
            "esco_labels",
            ["language", "kind", "uri", "preferred", "alternatives"],
            labels.Select(label => new object?[] { label.Language, MergeConcepts.NameOf(label.Kind), label.Uri, label.Preferred, label.Alternatives }),
            cancellationToken);

        await using (var terms = await BulkInsert.BeginAsync(db, "esco_terms", RewriteTerms.Columns, cancellationToken))
        {
            foreach (var ((language, _), found) in FoundIn(labels))
            {
                await RewriteTerms.WriteAsync(terms, found, language, cancellationToken);
            }

            await terms.CompleteAsync(cancellationToken);
        }

        await InsertAsync(
            "esco_relations",
            ["occupation", "skill", "essential"],
            concepts.SelectMany(one => one.Line.Essential.Select(skill => new object?[] { one.Line.Uri, skill, true })
                .Concat(one.Line.Optional.Select(skill => new object?[] { one.Line.Uri, skill, false }))),
            cancellationToken);
    }

    // The labels of each language, and the English ones of the concepts that have none in it.
    private static IEnumerable<((string Language, EscoKind Kind) In, IEnumerable<EscoLabelRow> Labels)> FoundIn(EscoLabelRow[] labels)
    {
        var english = labels.Where(label => label.Language == EscoLanguages.English).ToLookup(label => label.Kind);
        foreach (var named in labels.GroupBy(label => (label.Language, label.Kind)))
        {
            var uris = named.Select(label => label.Uri).ToHashSet(StringComparer.Ordinal);
            yield return (named.Key, [.. named, .. english[named.Key.Kind].Where(label => !uris.Contains(label.Uri))]);
        }
    }

    private async Task InsertAsync(string table, string[] columns, IEnumerable<object?[]> rows, CancellationToken cancellationToken)
    {
        await using var insert = await BulkInsert.BeginAsync(db, table, columns, cancellationToken);
        foreach (var row in rows)
        {
            await insert.WriteAsync(row, cancellationToken);
        }

        await insert.CompleteAsync(cancellationToken);
    }
}
