using Promote.Credentials.Formats.Pictures;

namespace Promote.Credentials.Server.Tests.Pictures;

/// <summary>A fact that needs PNGs drawn: skipped, with the reason printed, where librsvg is not installed. Give it the trait <c>needs=librsvg</c> too.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NeedsLibrsvgFactAttribute : FactAttribute
{
    public NeedsLibrsvgFactAttribute() => Skip = Librsvg.IsAvailable ? null : "librsvg is not installed: apt-get install librsvg2-2 fonts-dejavu-core";
}
