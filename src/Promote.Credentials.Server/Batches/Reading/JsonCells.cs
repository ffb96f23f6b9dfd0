using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.LinkedData.Json;

namespace Promote.Credentials.Server.Batches.Reading;

/// <summary>The cells of a line that is a JSON object: its members are columns and texts, and numbers and yes or no where a result stands.</summary>
internal static class JsonCells
{
    /// <summary>Most bytes of a line.</summary>
    public const int MaxBytes = 256 * 1024;

    /// <param name="utf8">The object.</param>
    /// <param name="place">Where it stands in the file.</param>
    /// <param name="achievement">What is awarded.</param>
    /// <exception cref="BatchFileException">It is not what it should be.</exception>
    public static Dictionary<string, string> Of(byte[] utf8, string place, AchievementContent achievement)
    {
        var isReadable = Utf8.IsValid(utf8);
        try
        {
            using var json = StrictJson.Parse(isReadable ? utf8 : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(utf8)), MaxBytes * 3);
            var cells = json.RootElement.ValueKind == JsonValueKind.Object ? CellsOf(json.RootElement, place, achievement) : throw new BatchFileException($"{place} is not an object.");
            return isReadable ? cells : throw new BatchFileException($"{place} has bytes that are not UTF-8.", Domain.Refusals.RefusalCode.UnreadableText);
        }
        catch (MalformedJsonException broken)
        {
            throw new BatchFileException($"{place} is not JSON: {broken.Message}");
        }
    }

    private static Dictionary<string, string> CellsOf(JsonElement line, string place, AchievementContent achievement)
    {
        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var member in line.EnumerateObject())
        {
            var column = BatchColumns.Find(member.Name, achievement) ?? throw new BatchFileException($"{place} has a member that is no column.");
            if (BatchColumns.IsOwn(column) || member.Value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            var text = UnreadableText.Checked(TextOf(member.Value, column) ?? throw new BatchFileException($"{place}: {column} is not a text."), place, column);
            if (text.Length > 0 && !cells.TryAdd(column, text))
            {
                throw new BatchFileException($"{place}: {column} stands there twice.");
            }
        }

        return cells;
    }

    private static string? TextOf(JsonElement value, string column) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!.Trim(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False when column.StartsWith(BatchColumns.Result, StringComparison.Ordinal) => value.GetRawText(),
        _ => null,
    };
}
