using System.Text;

namespace Promote.Credentials.LinkedData.Rdf;

/// <summary>Bytes that grow. N-Quads are copied through it many times, so it does nothing else.</summary>
internal sealed class Utf8Buffer(int capacity)
{
    private byte[] bytes = new byte[capacity];

    public int Length { get; private set; }

    public int Capacity => bytes.Length;

    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, Length);

    public ReadOnlySpan<byte> Slice(Range range) => bytes.AsSpan(0, Length)[range];

    public void Clear() => Length = 0;

    public void Append(ReadOnlySpan<byte> utf8)
    {
        Reserve(utf8.Length);
        utf8.CopyTo(bytes.AsSpan(Length));
        Length += utf8.Length;
    }

    public void Append(byte single)
    {
        Reserve(1);
        bytes[Length++] = single;
    }

    public void Append(ReadOnlySpan<char> text)
    {
        Reserve(Encoding.UTF8.GetMaxByteCount(text.Length));
        Length += Encoding.UTF8.GetBytes(text, bytes.AsSpan(Length));
    }

    private void Reserve(int count)
    {
        if (bytes.Length - Length < count)
        {
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, Length + count));
        }
    }
}
