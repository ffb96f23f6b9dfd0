using Promote.Credentials.Server.Issuing.Status;

namespace Promote.Credentials.Server.Commands;

/// <summary><c>promote status recover</c>: after a database was restored, brings it past the status lists that were published from it.</summary>
internal static class RecoverStatusLists
{
    public static async Task RunAsync(IServiceProvider services, Options options, TextWriter output, CancellationToken cancellationToken)
    {
        var recovered = await services.GetRequiredService<StatusRecovery>().RunAsync(Operator.Of, cancellationToken);
        foreach (var issuer in recovered)
        {
            await output.WriteLineAsync(issuer.IsKnown
                ? $"{issuer.Name}: {issuer.Lists} list(s) brought past what was published, {issuer.Revoked} award(s) revoked and {issuer.Suspended} suspended again, {issuer.Carried} bit(s) kept for documents that this database does not know, a new list opened."
                : $"{issuer.Name}: this database does not know the issuer at all. Restore a newer one.");
        }

        if (recovered.Count == 0)
        {
            await output.WriteLineAsync("Nothing to recover: the database is not older than what was published.");
        }
    }
}
