using Promote.Credentials.Server.Tests.Fixtures;

namespace Promote.Credentials.Server.Tests.Browser;

/// <summary>A service under the one name for which browsers use passkeys without https.</summary>
public sealed class StartedOnLocalhost : StartedOnBoth
{
    private protected override (string Name, string? Value)[] Settings => [("Promote__PublicBaseUrl", "http://localhost:{port}")];

    /// <summary>Where a browser finds it.</summary>
    internal static Uri HomeOf(TestedService service) => new UriBuilder(service.Url) { Host = "localhost" }.Uri;
}
