using System.Buffers;
using System.Globalization;

namespace Promote.Credentials.Formats.Pdf;

/// <summary>Walks over the bytes of a PDF token by token (ISO 32000-1 §7.2).</summary>
internal sealed class PdfScanner(byte[] bytes, int at)
{
    internal const int End = -1;

    private static readonly SearchValues<byte> NotRegular = SearchValues.Create("\0\t\n\f\r ()<>[]{}/%"u8);
    private static readonly SearchValues<byte> Space = SearchValues.Create(WhiteSpace);
    private static readonly SearchValues<byte> LineEnd = SearchValues.Create("\r\n"u8);

    internal static ReadOnlySpan<byte> WhiteSpace => "\0\t\n\f\r "u8;

    internal int At { get; set; } = at;

    /// <summary>The byte to come, or <see cref="End"/>.</summary>
    internal int Next => At < bytes.Length ? bytes[At] : End;

    private ReadOnlySpan<byte> Rest => bytes.AsSpan(At);

    /// <summary>The byte to come, which is left behind.</summary>
    internal byte Take() => At < bytes.Length ? bytes[At++] : throw CutOff();

    /// <summary>White space and comments, which mean nothing.</summary>
    internal void SkipSpace()
    {
        while (true)
        {
            SkipWhiteSpace();
            if (Next != '%')
            {
                return;
            }

            Skip(Rest.IndexOfAny(LineEnd));
        }
    }

    internal void SkipWhiteSpace() => Skip(Rest.IndexOfAnyExcept(Space));

    internal bool TryTake(ReadOnlySpan<byte> keyword)
    {
        if (!Rest.StartsWith(keyword) || (At + keyword.Length < bytes.Length && !NotRegular.Contains(bytes[At + keyword.Length])))
        {
            return false;
        }

        At += keyword.Length;
        return true;
    }

    internal void Expect(ReadOnlySpan<byte> keyword)
    {
        SkipSpace();
        if (!TryTake(keyword))
        {
            throw new InvalidPdfException($"The PDF lacks '{System.Text.Encoding.ASCII.GetString(keyword)}' at byte {At}.");
        }
    }

    /// <summary>Everything up to white space or a delimiter.</summary>
    internal ReadOnlySpan<byte> TakeRegular()
    {
        var rest = Rest;
        var length = rest.IndexOfAny(NotRegular);
        var token = length < 0 ? rest : rest[..length];
        At += token.Length;
        return token;
    }

    internal int ExpectCount() => TryTakeCount(out var value) ? value : throw new InvalidPdfException($"The PDF lacks a number at byte {At}.");

    /// <summary>Digits without a sign, after any space.</summary>
    internal bool TryTakeCount(out int value)
    {
        SkipSpace();
        var start = At;
        if (int.TryParse(TakeRegular(), NumberStyles.None, CultureInfo.InvariantCulture, out value))
        {
            return true;
        }

        At = start;
        return false;
    }

    internal static InvalidPdfException CutOff() => new("The PDF ends within an object.");

    private void Skip(int length) => At = length < 0 ? bytes.Length : At + length;
}
