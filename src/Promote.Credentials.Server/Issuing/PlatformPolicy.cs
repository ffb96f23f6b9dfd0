using System.Text.Json;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Formats.DataModel;

namespace Promote.Credentials.Server.Issuing;

/// <summary>What a platform may write itself. A credential about learning has one way: from an award, after whatever its achievement asks for.</summary>
internal sealed class PlatformPolicy(IHostEnvironment environment)
{
    private static readonly string[] OfAwards = [CredentialTypeIris.OpenBadgeCredential, CredentialTypeIris.EuropeanDigitalCredential];

    /// <summary>Why a document that passed the linter is not signed; null when it is. In Development everything is, for the test suites of others.</summary>
    public Refusal? WhyNot(JsonElement document) => !environment.IsDevelopment() && CredentialTypeIris.Of(document).Overlaps(OfAwards)
        ? new(RefusalCode.Forbidden, "/credential/type", "Open Badges and European Digital Credentials are issued as awards: POST /api/v1/awards.")
        : null;
}
