using System.Buffers;
using Promote.Credentials.Domain.Refusals;

namespace Promote.Credentials.Server.Batches.Reading;

/// <summary>
/// Texts whose bytes are no letters in the encoding of the file. Somebody's name stands in a signed document for ever, so the first one ends
/// the reading, and is shown.
/// </summary>
internal static class UnreadableText
{
    private const int MaxShown = 40;

    /// <summary>The text as it is, if it can be read.</summary>
    public static string Checked(string text, string place, string column) => text.AsSpan().IndexOfAny(Unreadable) < 0
        ? text
        : throw new BatchFileException(
            $"{place}: {column} cannot be read: \"{Shown(text)}\". Save the file as CSV UTF-8, or say what it is, such as Content-Type: text/csv; charset=windows-1250.", RefusalCode.UnreadableText);

    /// <summary>Enough of a text to be found again.</summary>
    public static string Shown(string text) => new([.. text.Trim().Select(letter => char.IsControl(letter) || char.IsSurrogate(letter) ? '\uFFFD' : letter).Take(MaxShown)]);

    // What decoders write for bytes without a letter: the replacement character, and in the code pages of Windows the control characters and
    // private letters of the same number.
    private static SearchValues<char> Unreadable { get; } = SearchValues.Create(
        ['\uFFFD', .. Enumerable.Range(0x80, 0x20).Select(code => (char)code), .. Enumerable.Range(0xF8F0, 0x10).Select(code => (char)code)]);
}
