using Promote.Credentials.LinkedData.Shacl;

namespace Promote.Credentials.Formats.Europass;

/// <summary>One thing that is wrong with a European Digital Credential.</summary>
/// <param name="Kind">What sort of thing.</param>
/// <param name="Pointer">JSON pointer (RFC 6901) of the member, or of the object that lacks it; null where a node has no id to find it by.</param>
/// <param name="Message">A sentence for the author of the document. It never repeats the document's values.</param>
public sealed record EdcFinding(EdcFindingKind Kind, string? Pointer, string Message)
{
    /// <summary>Of a <see cref="EdcFindingKind.SchemaViolation"/>: the versions of the shapes that say so, such as <c>1.2.0</c>.</summary>
    public IReadOnlyList<string> ShapeVersions { get; init; } = [];

    /// <summary>Of a <see cref="EdcFindingKind.SchemaViolation"/>: what the shapes reported. It names nodes and values, which may be personal.</summary>
    public ShaclViolation? Violation { get; init; }
}
