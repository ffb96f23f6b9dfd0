using Promote.Credentials.Formats.Baking;
using Promote.Credentials.Server.Public.Certificates;

namespace Promote.Credentials.Server.Public.Downloads;

/// <summary>One file that a holder can take away.</summary>
internal sealed record Download
{
    /// <summary>What <c>?format=</c> asks for.</summary>
    public required string Name { get; init; }

    /// <summary>What it is for: the texts <c>holder.files.{Purpose}</c> and <c>….what</c> tell.</summary>
    public required string Purpose { get; init; }

    /// <summary>Its form in a word, the same in every language.</summary>
    public required string Label { get; init; }

    public required string MediaType { get; init; }

    /// <summary>What it is saved as.</summary>
    public required string FileName { get; init; }

    /// <summary>The formats that it can be made from, the best first; issued in one of them, it can be had.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>By which rules the document is baked into a picture; null when the file is the document itself.</summary>
    public BakedKind? Baked { get; init; }

    /// <summary>As what kind of file a certificate is drawn of the award; null when it is none.</summary>
    public CertificateKind? Certificate { get; init; }
}
