using System.Text;
using Promote.Credentials.LinkedData.Embedded;

namespace Promote.Credentials.LinkedData.Shacl;

/// <summary>
/// The shapes of the folder <c>schemas/</c>, each compiled when it is first asked for. A file that is not the pinned
/// one throws <see cref="InvalidDataException"/> then.
/// </summary>
public static class EmbeddedShapes
{
    private static readonly Lazy<ShaclShapes> EdcGeneric11 = Shapes("europass/edc-generic.shapes", new(1, 1, 0));
    private static readonly Lazy<ShaclShapes> EdcGeneric12 = Shapes("europass/edc-generic.shapes", new(1, 2, 0));

    /// <summary>What the shapes of the generic profile, version 1.1.0, say of a European Digital Credential.</summary>
    public static ShaclShapes EdcGeneric_1_1_0 => EdcGeneric11.Value;

    /// <summary>What version 1.2.0 says: status, terms of use and proof are things of their own there.</summary>
    public static ShaclShapes EdcGeneric_1_2_0 => EdcGeneric12.Value;

    private static Lazy<ShaclShapes> Shapes(string path, Version version) =>
        new(() => ShaclShapes.Parse(Encoding.UTF8.GetString(PinnedFiles.Shared.Read(path).Span), version));
}
