namespace Promote.Credentials.Formats.StatusLists;

/// <summary>Why an <c>encodedList</c> is none.</summary>
public enum StatusListFault
{
    /// <summary>Nothing is wrong.</summary>
    None,

    /// <summary>It is not the multibase form <c>u</c> of base64url without padding.</summary>
    NotMultibase,

    /// <summary>What it encodes is not one whole gzip member (RFC 1952), or its checksum does not hold.</summary>
    NotGzip,

    /// <summary>Something follows behind the gzip member.</summary>
    TrailingBytes,

    /// <summary>It has fewer than 131,072 entries, so nobody hides in it.</summary>
    TooShort,

    /// <summary>It holds more than a reader takes: a small text can unpack to gigabytes.</summary>
    TooLong,
}
