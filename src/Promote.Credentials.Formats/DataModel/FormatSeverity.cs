namespace Promote.Credentials.Formats.DataModel;

/// <summary>How much it matters that a document leaves its standard at one place.</summary>
internal enum FormatSeverity
{
    /// <summary>The document can be read in two ways, or not at all.</summary>
    Error,

    /// <summary>Against the standard, common in the field, and without doubt about what is meant.</summary>
    Lenient,

    /// <summary>Within the standard, and still worth a word.</summary>
    Warning,
}
