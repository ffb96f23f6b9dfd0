namespace Promote.Credentials.Server.Tests.Accessibility;

/// <summary>A theory in Chromium with axe-core; skipped, with the reason printed, where one of them is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NeedsAxeTheoryAttribute : TheoryAttribute
{
    public NeedsAxeTheoryAttribute() => Skip = AxeCore.Missing;
}
