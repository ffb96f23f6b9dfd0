using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Learners;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;

namespace Promote.Credentials.Server.People;

/// <summary>The ids by which an issuer's platforms know those who work for it. An administrator says them; each is of one person.</summary>
internal sealed class OwnIdentifiers(CredentialsDb db, PersonFiles files, KeyRing keyRing, TimeProvider time)
{
    /// <summary>The ids of somebody at an issuer.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(PersonRow person, string? issuerId, CancellationToken cancellationToken)
    {
        var rows = await db.PersonIdentifiers.AsNoTracking().Where(row => row.PersonId == person.Id && row.IssuerId == issuerId).ToListAsync(cancellationToken);
        return Read(person, rows);
    }

    /// <summary>The ids of several at an issuer, by person.</summary>
    public async Task<ILookup<string, PersonIdentifierRow>> OfAllAsync(IEnumerable<PersonRow> people, string issuerId, CancellationToken cancellationToken)
    {
        List<string> ids = [.. people.Select(person => person.Id)];
        return (await db.PersonIdentifiers.AsNoTracking().Where(row => row.IssuerId == issuerId && ids.Contains(row.PersonId)).ToListAsync(cancellationToken)).ToLookup(row => row.PersonId);
    }

    public IReadOnlyList<string> Read(PersonRow person, IEnumerable<PersonIdentifierRow> rows) => [.. rows.Select(row => files.IdentifierOf(person, row)).Order(StringComparer.Ordinal)];

    /// <summary>Gives somebody these ids at an issuer and no others, with the next commit.</summary>
    /// <returns>Why not.</returns>
    public async Task<Refusal?> ReplaceAsync(PersonRow person, string issuerId, IReadOnlyList<string> identifiers, CancellationToken cancellationToken)
    {
        var before = await db.PersonIdentifiers.Where(row => row.PersonId == person.Id && row.IssuerId == issuerId).ToListAsync(cancellationToken);
        var after = identifiers.Index().DistinctBy(one => one.Item, StringComparer.Ordinal).Select(one => (one.Index, one.Item, Lookup: keyRing.Hashes.Learner(issuerId, Named(one.Item)))).ToList();
        foreach (var (index, _, lookup) in after)
        {
            if (await db.PersonIdentifiers.AnyAsync(row => row.IssuerId == issuerId && row.Lookup == lookup && row.PersonId != person.Id, cancellationToken))
            {
                return new(RefusalCode.WrongState, $"/identifiers/{index}", "This identifier is of somebody else who works here.");
            }
        }

        db.PersonIdentifiers.RemoveRange(before.Where(row => !after.Exists(one => one.Lookup.AsSpan().SequenceEqual(row.Lookup))));
        foreach (var (_, identifier, lookup) in after.Where(one => !before.Exists(row => one.Lookup.AsSpan().SequenceEqual(row.Lookup))))
        {
            var id = RandomId.New();
            db.PersonIdentifiers.Add(new()
            {
                Id = id, PersonId = person.Id, IssuerId = issuerId, Lookup = lookup, Identifier = files.Seal(person, id, identifier), CreatedAt = time.GetStoredNow(),
            });
        }

        return null;
    }

    private static Learner Named(string identifier) => new() { GivenName = "", FamilyName = "", Identifier = identifier };
}
