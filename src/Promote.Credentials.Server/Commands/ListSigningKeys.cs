using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Commands;

/// <summary><c>promote keys issuer list</c>: one line a key that an issuer signs with, will sign with or signed with, the newest first.</summary>
internal static class ListSigningKeys
{
    public static async Task RunAsync(IServiceProvider services, Options options, TextWriter output, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<CredentialsDb>();
        var issuerId = await IssuerOfOption.FindAsync(db, options, cancellationToken);
        var keys = db.IssuerKeys.AsNoTracking().Where(row => row.IssuerId == issuerId).OrderByDescending(row => row.CreatedAt);
        await foreach (var key in keys.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            await output.WriteLineAsync(LineOf(key));
        }
    }

    public static string LineOf(IssuerKeyRow key) =>
        $"{key.Id}  {key.Algorithm,-7}  {StateOf(key),-32}  {key.Source} {key.Reference}";

    private static string StateOf(IssuerKeyRow key) => key.EndedAt is { } ended
        ? string.Create(CultureInfo.InvariantCulture, $"{key.State} {ended:yyyy-MM-ddTHH:mm:ssZ}")
        : key.State.ToString();
}
