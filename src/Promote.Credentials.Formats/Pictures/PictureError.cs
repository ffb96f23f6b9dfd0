namespace Promote.Credentials.Formats.Pictures;

/// <summary>Why a picture is not taken, or what is baked into it not read. A closed list.</summary>
public enum PictureError
{
    /// <summary>It does not begin as a PNG or an SVG does.</summary>
    UnknownKind = 1,

    /// <summary>More bytes than are taken.</summary>
    TooLarge,

    /// <summary>More pixels than are taken, or none.</summary>
    WrongSize,

    /// <summary>It ends before it is complete.</summary>
    Truncated,

    /// <summary>A checksum in it is wrong: it was damaged or changed on the way.</summary>
    WrongChecksum,

    /// <summary>A PNG chunk that is missing, stands in the wrong place or too often, or has a form that the standard does not know.</summary>
    InvalidChunk,

    /// <summary>Pixels that are fewer or more than the PNG header says, or cannot be read.</summary>
    InvalidPixels,

    /// <summary>Not UTF-8, or not well-formed XML.</summary>
    NotXml,

    /// <summary>A document type declaration that could define entities.</summary>
    DocumentType,

    /// <summary>An SVG element that is not taken: a script, an animation, foreign content, a link.</summary>
    ForbiddenElement,

    /// <summary>An SVG attribute that is not taken: an event handler, an unknown function.</summary>
    ForbiddenAttribute,

    /// <summary>A reference out of the picture, or to nothing in it.</summary>
    ForbiddenReference,

    /// <summary>More elements, levels, or uses of uses than are drawn.</summary>
    TooComplex,

    /// <summary>Nothing is baked into the picture.</summary>
    NoBadge,

    /// <summary>More than one badge is baked into the picture.</summary>
    SeveralBadges,

    /// <summary>What is baked in is not in a form that Open Badges describes, or larger than a credential can be.</summary>
    InvalidBadge,
}
