using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.People;
using Promote.Credentials.Server.People;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.Demo;

/// <summary>The way to the desk of the demo issuer: an invitation until somebody accepted one, then the desk itself.</summary>
internal sealed class DemoDesk(CredentialsDb db, Invitations invitations, PromoteSettings settings)
{
    private const string Email = "you@cove-demo.example";

    private static readonly Role[] Roles = [Role.Administrator, Role.ProgrammeManager, Role.Assessor];

    public async Task<Uri> LinkAsync(string issuerId, CancellationToken cancellationToken) =>
        await db.Memberships.AnyAsync(row => row.IssuerId == issuerId && row.AcceptedAt != null, cancellationToken)
            ? new Uri($"{settings.PublicBaseUrl!.AbsoluteUri.TrimEnd('/')}/desk")
            : (await invitations.MakeAsync(new Client("demo", issuerId, Scope.All), Email, Roles, cancellationToken)).Value!.Link;
}
