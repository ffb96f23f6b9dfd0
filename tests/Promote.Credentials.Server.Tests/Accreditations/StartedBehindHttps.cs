using Promote.Credentials.Server.Tests.Fixtures;

namespace Promote.Credentials.Server.Tests.Accreditations;

/// <summary>A service on each database under an https address, as in operation: there every issuer has a DID of its own.</summary>
public sealed class StartedBehindHttps : StartedOnBoth
{
    private protected override (string Name, string? Value)[] Settings => [("Promote__PublicBaseUrl", "https://credentials.example")];
}
