using Promote.Credentials.Domain.Awards;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Formats.Linting;

namespace Promote.Credentials.Formats;

/// <summary>One way to write an award down, to make it trustworthy and to hand it out; clients ask for it by its name in <c>formats</c>.</summary>
public sealed record Format : DocumentForm
{
    /// <summary>The media type that it is handed out with.</summary>
    public required string MediaType { get; init; }

    /// <summary>The name of a downloaded file.</summary>
    public required string FileName { get; init; }

    /// <summary>Writes the award; the same input gives the same bytes.</summary>
    public required Func<Award, CredentialIds, Draft> Write { get; init; }

    /// <summary>The document's own id, for formats whose documents are found by one of their own and not by the award's public id; null for the others.</summary>
    public Func<CredentialIds, string?> DocumentId { get; init; } = _ => null;

    /// <summary>Names what a document of this format has to say and the award does not, one text an element.</summary>
    internal Func<Award, IEnumerable<string>> Lacks { get; init; } = _ => [];

    /// <summary>Everything that keeps an award from taking this format; empty when nothing does.</summary>
    /// <param name="award">The award.</param>
    /// <param name="pointer">Where the request asks for the format, such as <c>/formats/1</c>.</param>
    public IReadOnlyList<Refusal> Missing(Award award, string pointer) =>
        [.. Lacks(award).Select(element => new Refusal(RefusalCode.MissingField, pointer, $"The format {Name} needs {element}."))];
}
