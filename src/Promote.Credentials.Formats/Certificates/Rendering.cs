using Promote.Credentials.Formats.Pictures;

namespace Promote.Credentials.Formats.Certificates;

/// <summary>Whether certificates can be drawn here.</summary>
public static class Rendering
{
    /// <summary>What to do where they cannot.</summary>
    public const string Missing = "This service cannot draw pages now: its operator has to install librsvg2-2 and fonts-dejavu-core.";

    /// <summary>Whether librsvg is installed, and the face that pages are set in: another one would be wider than the lines are measured for, or lack letters.</summary>
    public static bool IsAvailable { get; } = Librsvg.IsAvailable && FontConfig.Has("DejaVu Sans");
}
