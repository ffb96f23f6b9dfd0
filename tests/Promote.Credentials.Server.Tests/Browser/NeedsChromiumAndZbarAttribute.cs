namespace Promote.Credentials.Server.Tests.Browser;

/// <summary>A test in Chromium that reads a QR code with another program than the one that drew it; skipped, with the reason printed, where one of them is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NeedsChromiumAndZbarAttribute : FactAttribute
{
    public NeedsChromiumAndZbarAttribute() => Skip = Chromium.Missing ?? Zbar.Missing;
}
