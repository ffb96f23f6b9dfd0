using Promote.Credentials.Formats.Pictures;

namespace Promote.Credentials.Tests.Formats.Pdf;

/// <summary>A fact about a page that librsvg drew and poppler reads: skipped, with the reason printed, where one is missing. Give it the traits <c>needs=librsvg</c> and <c>needs=poppler</c> too.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NeedsPopplerFactAttribute : FactAttribute
{
    public NeedsPopplerFactAttribute() =>
        Skip = Librsvg.IsAvailable ? Tool.Missing(Tool.PdfDetach, "poppler-utils") : "librsvg is not installed: apt-get install librsvg2-2 fonts-dejavu-core";
}
