using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Concepts;
using Promote.Credentials.Server.Storage;

namespace Promote.Credentials.Server.Esco;

/// <summary>What ESCO calls concepts, in the language of whoever reads.</summary>
internal sealed class ConceptLabels(CredentialsDb db)
{
    /// <summary>Preferred names by URI: in the language, else in English; nothing for what was not imported.</summary>
    public async Task<IReadOnlyDictionary<string, string>> OfAsync(EscoKind kind, IReadOnlyCollection<string> uris, string language, CancellationToken cancellationToken)
    {
        string[] languages = [language, EscoLanguages.English];
        var rows = uris.Count == 0 ? [] : await db.EscoLabels.AsNoTracking().Where(row => languages.Contains(row.Language) && row.Kind == kind && uris.Contains(row.Uri))
            .Select(row => new { row.Uri, row.Language, row.Preferred }).ToListAsync(cancellationToken);
        return rows.GroupBy(row => row.Uri, StringComparer.Ordinal)
            .ToDictionary(names => names.Key, names => (names.FirstOrDefault(name => name.Language == language) ?? names.First()).Preferred, StringComparer.Ordinal);
    }
}
