using Promote.Credentials.Formats.Pictures;

namespace Promote.Credentials.Tests.Formats.Pictures;

/// <summary>A fact that draws with librsvg: skipped, with the reason printed, where it is not installed. Give it the trait <c>needs=librsvg</c> too.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NeedsLibrsvgFactAttribute : FactAttribute
{
    public NeedsLibrsvgFactAttribute() => Skip = Librsvg.IsAvailable ? null : "librsvg is not installed: apt-get install librsvg2-2 fonts-dejavu-core";
}
