using System.Collections;
using System.Security.Cryptography;
using Promote.Credentials.Formats.StatusLists;

namespace Promote.Credentials.Server.Issuing;

/// <summary>Which bits of one status list are taken, as far as this node knows.</summary>
internal sealed class StatusListInUse
{
    private readonly Lock sync = new();
    private readonly BitArray taken;
    private int count;

    public StatusListInUse(string id, int size, IReadOnlyCollection<int> taken)
    {
        (Id, count) = (id, taken.Count);
        this.taken = new BitArray(size);
        foreach (var index in taken)
        {
            this.taken[index] = true;
        }
    }

    public string Id { get; }

    /// <summary>From half full on a new list is opened: until then a random bit is free at the second try on average.</summary>
    public bool IsHalfFull => count >= taken.Length / 2;

    /// <summary>Takes a random free bit; null when the list is half full.</summary>
    public StatusPlace? Pick()
    {
        lock (sync)
        {
            if (IsHalfFull)
            {
                return null;
            }

            int index;
            do
            {
                index = RandomNumberGenerator.GetInt32(taken.Length);
            }
            while (taken[index]);

            taken[index] = true;
            count++;
            return new StatusPlace(Id, index);
        }
    }
}
