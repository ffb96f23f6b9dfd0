namespace Promote.Credentials.Tests.Formats.Pdf;

/// <summary>A fact that qpdf says: skipped, with the reason printed, where it is not installed. Give it the trait <c>needs=qpdf</c> too.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NeedsQpdfFactAttribute : FactAttribute
{
    public NeedsQpdfFactAttribute() => Skip = Tool.Missing(Tool.Qpdf, "qpdf");
}
