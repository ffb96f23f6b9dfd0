using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Audit;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.Commands;

/// <summary><c>promote audit accept</c>: after a database was restored, lets the audit trail go on from where it ends now. That it was done, and what was remembered before, stands in it for ever.</summary>
internal static class AcceptAudit
{
    public static async Task RunAsync(IServiceProvider services, Options options, TextWriter output, CancellationToken cancellationToken)
    {
        var reason = options.Required("reason");
        var remembered = services.GetRequiredService<AuditHeadFile>().Read();
        var db = services.GetRequiredService<CredentialsDb>();
        var now = services.GetRequiredService<TimeProvider>().GetStoredNow();
        db.Audit.Add(Operator.Of("").Did("audit.accepted", "", now, new { reason, remembered?.Sequence, remembered?.Sha256 }));
        await db.SaveChangesAsync(cancellationToken);
        await services.GetRequiredService<AuditChain>().RememberAsync(cancellationToken);
        await output.WriteLineAsync("The audit trail goes on from its last row.");
    }
}
