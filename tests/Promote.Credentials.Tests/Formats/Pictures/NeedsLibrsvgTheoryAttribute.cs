using Promote.Credentials.Formats.Pictures;

namespace Promote.Credentials.Tests.Formats.Pictures;

/// <summary>The same as <see cref="NeedsLibrsvgFactAttribute"/> for a theory.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NeedsLibrsvgTheoryAttribute : TheoryAttribute
{
    public NeedsLibrsvgTheoryAttribute() => Skip = Librsvg.IsAvailable ? null : "librsvg is not installed: apt-get install librsvg2-2 fonts-dejavu-core";
}
