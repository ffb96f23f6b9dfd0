using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Esco.Importing;
using Promote.Credentials.Server.Storage;

namespace Promote.Credentials.Server.Esco;

/// <summary>Whether what somebody names is in the ESCO that was imported here. What is not has no name to show, and may not exist.</summary>
internal sealed class KnownConcepts(CredentialsDb db, EscoSample sample)
{
    /// <summary>A refusal for each concept that is not known here, in the order given.</summary>
    /// <param name="named">Concepts, each with the pointer to where it is named.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<List<Refusal>> WhyNotAsync(IReadOnlyCollection<(Uri Concept, string Pointer)> named, CancellationToken cancellationToken)
    {
        var uris = named.Select(one => one.Concept.OriginalString).Distinct(StringComparer.Ordinal).ToList();
        var known = await KnownOfAsync(uris, cancellationToken);

        // In the first moment of an installation its sample is still on the way.
        if (known.Count < uris.Count && await sample.ImportAsync(cancellationToken))
        {
            known = await KnownOfAsync(uris, cancellationToken);
        }

        return
        [
            .. from one in named
               where !known.Contains(one.Concept.OriginalString)
               select new Refusal(RefusalCode.InvalidValue, one.Pointer, "The ESCO that was imported here has no such concept: search it with GET /api/v1/esco/skills or /occupations, or import more of it."),
        ];
    }

    private async Task<HashSet<string>> KnownOfAsync(List<string> uris, CancellationToken cancellationToken) => uris is []
        ? []
        : await db.EscoConcepts.Where(row => uris.Contains(row.Uri)).Select(row => row.Uri).ToHashSetAsync(StringComparer.Ordinal, cancellationToken);
}
