using Promote.Credentials.LinkedData.Json;

namespace Promote.Credentials.Verification.Intake;

/// <summary>How large an input may be.</summary>
public static class Limits
{
    /// <summary>Most bytes of JSON-LD and of a JWT: 256 KiB.</summary>
    public const int Json = StrictJson.DefaultMaxBytes;

    /// <summary>Most bytes of a sealed document, a picture or a PDF, which hold pictures: 8 MiB.</summary>
    public const int Large = 8 * 1024 * 1024;
}
