using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Commands;

/// <summary><c>promote keys api list</c>: one line an API key of an issuer, the newest first.</summary>
internal static class ListKeys
{
    public static async Task RunAsync(IServiceProvider services, Options options, TextWriter output, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<CredentialsDb>();
        var issuerId = await IssuerOfOption.FindAsync(db, options, cancellationToken);
        var keys = db.ApiKeys.AsNoTracking().Where(row => row.IssuerId == issuerId).OrderByDescending(row => row.CreatedAt);
        await foreach (var key in keys.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            await output.WriteLineAsync($"{key.Id}  {StateOf(key),-20}  {key.Scopes}  {key.Name}");
        }
    }

    private static string StateOf(ApiKeyRow key) => (key.RevokedAt, key.ExpiresAt) switch
    {
        ({ } revoked, _) => string.Create(CultureInfo.InvariantCulture, $"revoked {revoked:yyyy-MM-dd}"),
        (_, { } expires) => string.Create(CultureInfo.InvariantCulture, $"until {expires:yyyy-MM-dd}"),
        _ => "for ever",
    };
}
