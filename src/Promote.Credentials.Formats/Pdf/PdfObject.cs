namespace Promote.Credentials.Formats.Pdf;

/// <summary>One of the kinds of values that a PDF is made of (ISO 32000-1 §7.3).</summary>
internal abstract record PdfObject
{
    /// <summary>An entry that is null is as good as absent, so readers get a C# null; this one only keeps its place in an array.</summary>
    internal sealed record Null : PdfObject;

    internal sealed record Boolean(bool Value) : PdfObject;

    internal sealed record Integer(long Value) : PdfObject;

    /// <summary>As it was written, so that it is written again without rounding.</summary>
    internal sealed record Real(string Digits) : PdfObject;

    internal sealed record String(byte[] Bytes) : PdfObject;

    /// <summary>Without the solidus, one character for each byte.</summary>
    internal sealed record Name(string Value) : PdfObject;

    internal sealed record Array(IReadOnlyList<PdfObject> Items) : PdfObject;

    internal sealed record Dictionary(OrderedDictionary<string, PdfObject> Entries) : PdfObject
    {
        internal PdfObject? this[string key] => Entries.GetValueOrDefault(key);

        /// <summary>The entry behind all references, null where there is none; one of another kind breaks the PDF.</summary>
        internal T? Get<T>(string key, Func<PdfObject?, PdfObject?> resolve)
            where T : PdfObject =>
            resolve(this[key]) switch
            {
                null => null,
                T found => found,
                _ => throw new InvalidPdfException($"The PDF has an entry {key} that is not of the kind {typeof(T).Name}."),
            };

        /// <summary>An entry that counts or measures.</summary>
        internal int? GetCount(string key, Func<PdfObject?, PdfObject?> resolve) => Get<Integer>(key, resolve)?.Value switch
        {
            null => null,
            >= 0 and <= int.MaxValue and var value => (int)value,
            _ => throw new InvalidPdfException($"The PDF has an entry {key} that is out of range."),
        };

        internal bool IsOfType(string type) => this["Type"] is Name { Value: var value } && value == type;
    }

    internal sealed record Reference(int Number, int Generation) : PdfObject;

    /// <summary>Its data are the bytes of the file from <paramref name="Start"/>, still encoded.</summary>
    internal sealed record Stream(Dictionary Entries, int Start, int Length) : PdfObject;
}
