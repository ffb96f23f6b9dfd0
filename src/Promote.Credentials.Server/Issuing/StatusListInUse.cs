using System.Security.Cryptography;
using Promote.Credentials.Formats.StatusLists;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Issuing;

/// <summary>
/// The part of one status list that this node may take bits from: slices, each of bits from all over the list, that no other
/// node has. In each it picks at random.
/// </summary>
internal sealed class StatusListInUse(StatusListRow row)
{
    // A node that stops leaves what it did not use of a slice unused.
    private const int Slices = 256;

    private readonly Lock sync = new();
    private readonly Scattering scattering = new(row.Seed!, row.Size);
    private readonly List<int> free = [];
    private readonly HashSet<int> own = [];

    public string Id => row.Id;

    /// <summary>Takes a random free bit; null when a new slice is needed.</summary>
    public StatusPlace? Pick()
    {
        lock (sync)
        {
            if (free.Count == 0)
            {
                return null;
            }

            var at = RandomNumberGenerator.GetInt32(free.Count);
            var index = free[at];
            free[at] = free[^1];
            free.RemoveAt(free.Count - 1);
            return new StatusPlace(Id, index);
        }
    }

    /// <summary>A random slice that nobody has; null when the list is half full: then a new one is opened, so that no list tells how much was awarded.</summary>
    public int? FreeSlice(IReadOnlyCollection<int> taken)
    {
        var slices = Math.Min(Slices, row.Size);
        if (taken.Count >= slices / 2)
        {
            return null;
        }

        // One that a transaction of this node took is not seen yet: waiting for it could take for ever.
        int number;
        do
        {
            number = RandomNumberGenerator.GetInt32(slices);
        }
        while (taken.Contains(number) || own.Contains(number));

        return number;
    }

    /// <summary>Adds the bits of a slice that is this node's now.</summary>
    public void Add(int slice)
    {
        var length = Math.Max(1, row.Size / Slices);
        lock (sync)
        {
            own.Add(slice);
            free.AddRange(Enumerable.Range(slice * length, length).Select(place => scattering[place]));
        }
    }
}
