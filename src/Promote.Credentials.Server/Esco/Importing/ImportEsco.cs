using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Concepts;
using Promote.Credentials.Server.Esco.Files;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.Esco.Importing;

/// <summary>Imports one of ESCO's CSV files: all of it, or nothing when anything is wrong with it. Importing it again changes nothing.</summary>
internal sealed class ImportEsco(CredentialsDb db, TimeProvider time)
{
    /// <summary>Imports a file.</summary>
    /// <param name="client">Who wants it, for the audit trail.</param>
    /// <param name="stream">The file.</param>
    /// <param name="language">The language of its labels; null where only relations can be in it.</param>
    /// <param name="cancellationToken">Ends it early; then nothing was changed.</param>
    /// <exception cref="EscoFileException">Something is wrong with the file; then nothing was changed.</exception>
    public async Task<EscoImported> RunAsync(Client client, Stream stream, string? language, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        await using var file = await EscoFile.OpenAsync(stream, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await LongWork.AllowAsync(db, cancellationToken);
        await EscoLock.TakeAsync(db, cancellationToken);
        var imported = file.Kind == EscoFileKind.Relations
            ? await new MergeRelations(db).RunAsync(file, cancellationToken)
            : await new MergeConcepts(db).RunAsync(file, file.Kind == EscoFileKind.Skills ? EscoKind.Skill : EscoKind.Occupation, Known(language), cancellationToken);
        imported = imported with { Seconds = Math.Round(time.GetElapsedTime(started).TotalSeconds, 2) };

        db.Audit.Add(client.Did("esco.imported", imported.Kind.ToString().ToLowerInvariant(), time.GetStoredNow(), imported));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return imported;
    }

    private static string Known(string? language) => language is not null && EscoLanguages.All.Contains(language)
        ? language
        : throw new EscoFileException($"Say which language the labels are in, one of {string.Join(", ", EscoLanguages.All.Order(StringComparer.Ordinal))}.", "/language");
}
