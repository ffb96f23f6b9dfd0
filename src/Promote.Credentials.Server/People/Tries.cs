using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web;

namespace Promote.Credentials.Server.People;

/// <summary>
/// How often somebody may guess. Identity counts a wrong guess afterwards, in a row that it read before, so that of many guesses at once
/// one counts. Here each takes a try before anything is compared, in one statement; a right one gives it back.
/// </summary>
internal sealed class Tries(CredentialsDb db, TimeProvider time)
{
    private const int Most = 5;

    private static readonly TimeSpan Closed = TimeSpan.FromMinutes(15);

    /// <summary>Takes one of the tries that are left; the last one closes the account until a right guess gives it back, or for a quarter of an hour.</summary>
    /// <returns>False when none is left: then nothing may be compared.</returns>
    public async Task<bool> TakeAsync(PersonRow person, CancellationToken cancellationToken)
    {
        var now = time.GetStoredNow();
        DateTimeOffset? until = now + Closed;
        return await db.People.Where(row => row.Id == person.Id && (row.LockedUntil == null || row.LockedUntil <= now)).ExecuteUpdateAsync(
            set => set
                .SetProperty(row => row.LockedUntil, row => row.LockedUntil == null && row.FailedAttempts + 1 >= Most ? until : null)
                .SetProperty(row => row.FailedAttempts, row => row.LockedUntil == null ? row.FailedAttempts + 1 : 1),
            cancellationToken) == 1;
    }

    /// <summary>Gives the try of a right guess back. What was wrong before still counts: a password is half of it.</summary>
    public Task GiveBackAsync(PersonRow person, CancellationToken cancellationToken) =>
        db.People.Where(row => row.Id == person.Id).ExecuteUpdateAsync(
            set => set
                .SetProperty(row => row.LockedUntil, row => null)
                .SetProperty(row => row.FailedAttempts, row => row.FailedAttempts > 0 ? row.FailedAttempts - 1 : 0),
            cancellationToken);

    /// <summary>Gives all back, to whoever showed everything.</summary>
    public Task GiveAllBackAsync(PersonRow person, CancellationToken cancellationToken) =>
        db.People.Where(row => row.Id == person.Id).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.LockedUntil, row => null).SetProperty(row => row.FailedAttempts, 0), cancellationToken);
}
