using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Storage;

/// <summary>Reads the files of assessments, part by part.</summary>
internal static class StoredFiles
{
    /// <summary>What is known of a complete file.</summary>
    public static FileDetails DetailsOf(AssessmentFileRow row, LearnerKey key) =>
        StoredJson.Read<FileDetails>(key.Decrypt(LearnerKey.Column.FileDetails, row.Id, row.Details!));

    /// <summary>The bytes of a complete file.</summary>
    /// <exception cref="CryptographicException">The file is not what was kept.</exception>
    public static async IAsyncEnumerable<byte[]> ReadAsync(CredentialsDb db, AssessmentFileRow row, FileDetails details, LearnerKey key)
    {
        for (var number = 0; number < details.Parts; number++)
        {
            var place = number;
            var part = await db.AssessmentFileParts.AsNoTracking().SingleOrDefaultAsync(part => part.FileId == row.Id && part.Number == place)
                ?? throw new CryptographicException("A part of the file is gone.");
            yield return key.Decrypt(LearnerKey.Column.FilePart, Place(row.Id, number), part.Bytes);
        }
    }

    /// <summary>Where a part is kept: it opens nowhere else.</summary>
    public static string Place(string fileId, int number) => string.Create(CultureInfo.InvariantCulture, $"{fileId}:{number}");
}
