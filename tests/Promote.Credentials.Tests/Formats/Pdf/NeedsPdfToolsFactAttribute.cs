using Promote.Credentials.Formats.Pictures;

namespace Promote.Credentials.Tests.Formats.Pdf;

/// <summary>A fact about a page that librsvg drew, qpdf wrote anew and poppler reads: skipped, with the reason printed, where one is missing. Give it the traits <c>needs=librsvg</c>, <c>needs=poppler</c> and <c>needs=qpdf</c> too.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NeedsPdfToolsFactAttribute : FactAttribute
{
    public NeedsPdfToolsFactAttribute() =>
        Skip = Librsvg.IsAvailable
            ? Tool.Missing(Tool.PdfDetach, "poppler-utils") ?? Tool.Missing(Tool.Qpdf, "qpdf")
            : "librsvg is not installed: apt-get install librsvg2-2 fonts-dejavu-core";
}
