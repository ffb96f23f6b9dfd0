namespace Promote.Credentials.Formats.DataModel;

/// <summary>How the digests that a document gives of a file compare with the file.</summary>
internal enum DigestMatch
{
    /// <summary>It gives none.</summary>
    None,

    /// <summary>One of them is another one's, or is none at all.</summary>
    Differs,

    /// <summary>The file, or the kind of digest, is not known here.</summary>
    Unknown,

    /// <summary>All of them are right.</summary>
    Same,
}
