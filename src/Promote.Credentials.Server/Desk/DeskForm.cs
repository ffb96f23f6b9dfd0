using System.Globalization;

namespace Promote.Credentials.Server.Desk;

/// <summary>A form of the desk. A field that is left empty says nothing.</summary>
internal sealed class DeskForm(IFormCollection fields)
{
    private static readonly DeskForm Empty = new(FormCollection.Empty);

    /// <summary>The text of a field without the blanks around it; null when it is empty.</summary>
    public string? this[string name] => fields[name].ToString().Trim() is { Length: > 0 } text ? text : null;

    /// <summary>Reads the form of a request; an unreadable one has no fields.</summary>
    public static async Task<DeskForm> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return request.HasFormContentType ? new(await request.ReadFormAsync(cancellationToken)) : Empty;
        }
        catch (InvalidDataException)
        {
            return Empty;
        }
    }

    /// <summary>What a password field holds, blanks included.</summary>
    public string Password(string name) => fields[name].ToString();

    /// <summary>Every value of a field, such as the boxes that were ticked.</summary>
    public IEnumerable<string> All(string name) => fields[name].OfType<string>();

    /// <summary>A day, as an instant at its beginning in UTC; null when it is empty or none.</summary>
    public DateTimeOffset? Day(string name) =>
        DateOnly.TryParseExact(this[name], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero)
            : null;
}
