namespace Promote.Credentials.Server.Tests.Browser;

/// <summary>A theory in Chromium; skipped, with the reason printed, where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NeedsChromiumTheoryAttribute : TheoryAttribute
{
    public NeedsChromiumTheoryAttribute() => Skip = Chromium.Missing;
}
