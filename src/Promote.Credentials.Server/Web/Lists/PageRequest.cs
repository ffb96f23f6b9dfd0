using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Web.Lists;

/// <summary>Which part of a list is asked for, from the query: <c>?cursor=…&amp;limit=…</c>.</summary>
internal sealed record PageRequest
{
    private const int MaxLimit = 100;

    /// <summary>The <c>next</c> of the part before; nothing for the first part.</summary>
    public string? Cursor { get; init; }

    /// <summary>How many items at most.</summary>
    public int Limit { get; init; } = 50;

    public Decision<Cursor> From()
    {
        if (Limit is < 1 or > MaxLimit)
        {
            return new Refusal(RefusalCode.InvalidValue, "", $"limit goes from 1 to {MaxLimit}.");
        }

        return Lists.Cursor.TryRead(Cursor, out var cursor)
            ? cursor
            : new Refusal(RefusalCode.InvalidValue, "", "cursor is not one that this service gave as next.");
    }

    /// <summary>The answer, from one row more than the limit, which shows whether anything is left.</summary>
    public Page<TItem> Take<TRow, TItem>(IReadOnlyList<TRow> rows, Func<TRow, IListedRow> listed, Func<TRow, TItem> item) => new(
        [.. rows.Take(Limit).Select(item)],
        rows.Count > Limit ? Next(listed(rows[Limit - 1])) : null);

    private static string Next(IListedRow last) => new Cursor(last.CreatedAt, last.Id).ToString();
}
