namespace Promote.Credentials.Formats.Pdf;

/// <summary>Where a cross-reference leads; the values are those of a cross-reference stream (ISO 32000-1 §7.5.8.3, table 18).</summary>
internal enum XrefKind
{
    /// <summary>The object was deleted or never was.</summary>
    Free = 0,

    /// <summary>The object stands in the file itself.</summary>
    InFile = 1,

    /// <summary>The object stands in an object stream.</summary>
    InStream = 2,
}
