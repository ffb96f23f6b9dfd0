using System.Buffers.Binary;
using System.Buffers.Text;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Web.Lists;

/// <summary>A place in a list that runs from the newest to the oldest: the item that came last.</summary>
internal sealed record Cursor(DateTimeOffset CreatedAt, string Id)
{
    /// <summary>Before the first item.</summary>
    public static Cursor Start { get; } = new(DateTimeOffset.MaxValue, "");

    /// <summary>The rows that come after this place, in the order of the list.</summary>
    public IQueryable<TRow> After<TRow>(IQueryable<TRow> rows)
        where TRow : class, IListedRow
    {
        var (createdAt, id) = this;
        return rows
            .Where(row => row.CreatedAt < createdAt || (row.CreatedAt == createdAt && row.Id.CompareTo(id) < 0))
            .OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id);
    }

    public static bool TryRead(string? text, out Cursor cursor)
    {
        cursor = Start;
        if (text is null)
        {
            return true;
        }

        Span<byte> ticks = stackalloc byte[sizeof(long)];
        if (text.Length <= RandomId.Length || !RandomId.IsOne(text[..RandomId.Length])
            || !Base64Url.IsValid(text.AsSpan(RandomId.Length), out var length) || length != ticks.Length)
        {
            return false;
        }

        Base64Url.DecodeFromChars(text.AsSpan(RandomId.Length), ticks);
        var value = BinaryPrimitives.ReadInt64BigEndian(ticks);
        if (value < DateTimeOffset.UnixEpoch.Ticks || value > DateTimeOffset.MaxValue.Ticks)
        {
            return false;
        }

        cursor = new(new DateTimeOffset(value, TimeSpan.Zero), text[..RandomId.Length]);
        return true;
    }

    public override string ToString()
    {
        Span<byte> ticks = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(ticks, CreatedAt.UtcTicks);
        return Id + Base64Url.EncodeToString(ticks);
    }
}
