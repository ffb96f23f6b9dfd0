namespace Promote.Credentials.Server.Settings;

/// <summary>The section <c>Promote:Outbound</c>: what this service fetches from others, and sends to them.</summary>
internal sealed record OutboundSettings
{
    /// <summary>
    /// Hosts of the own network that may be asked although their addresses are not public: <c>lists.coe.internal</c> on port 443,
    /// <c>lists.coe.internal:8443</c> on another one, and in Development <c>http://localhost:5001</c> without TLS.
    /// </summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];
}
