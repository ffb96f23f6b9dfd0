namespace Promote.Credentials.Server.Tests.Browser;

/// <summary>A test in Chromium; skipped, with the reason printed, where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NeedsChromiumAttribute : FactAttribute
{
    public NeedsChromiumAttribute() => Skip = Chromium.Missing;
}
