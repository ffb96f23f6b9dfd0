namespace Promote.Credentials.Server.Batches.Reading.Xlsx;

/// <summary>
/// The letters of an XML document: so many in all, and so many between two "&lt;". An XML reader keeps a tag with its attributes whole, however
/// long it is.
/// </summary>
internal sealed class BoundedText(TextReader text, long maxLetters) : TextReader
{
    private const int MaxRun = 4 * 1024 * 1024;

    private long read;
    private long run;

    public override int Peek() => text.Peek();

    public override int Read()
    {
        var letter = new char[1];
        return Read(letter, 0, 1) == 0 ? -1 : letter[0];
    }

    public override int Read(char[] buffer, int index, int count)
    {
        var length = text.Read(buffer, index, count);
        var part = buffer.AsSpan(index, length);
        var first = part.IndexOf('<');
        if ((read += length) > maxLetters || run + (first < 0 ? length : first) > MaxRun)
        {
            throw new BatchFileException("The file is not a spreadsheet that can be read: what is packed in it is too large.");
        }

        run = first < 0 ? run + length : length - part.LastIndexOf('<');
        return length;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            text.Dispose();
        }

        base.Dispose(disposing);
    }
}
