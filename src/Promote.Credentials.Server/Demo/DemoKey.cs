using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.Demo;

/// <summary>
/// The API key of the demo issuer. Of a key only the hash is stored, and this one is printed at every start: so it is kept in a
/// file that only its owner reads, unless the configuration names one.
/// </summary>
internal sealed class DemoKey(CredentialsDb db, PromoteSettings settings, TimeProvider time)
{
    private readonly string file = Path.Combine(settings.DataDirectory, "demo-api-key");

    public async Task<string> GetAsync(string issuerId, CancellationToken cancellationToken)
    {
        if (settings.BootstrapApiKey is { } given)
        {
            return given;
        }

        if (File.Exists(file) && await File.ReadAllTextAsync(file, cancellationToken) is { Length: > 0 } kept && await WorksAsync(kept, issuerId, cancellationToken))
        {
            return kept;
        }

        var now = time.GetStoredNow();
        var token = ApiKeyToken.Create();
        db.ApiKeys.Add(token.ToRow(issuerId, "demo", Scope.All, now));
        db.Audit.Add(new Client("demo", issuerId, Scope.All).Did("apiKey.created", token.Id, now));
        await db.SaveChangesAsync(cancellationToken);
        await WriteAsync(token.Text, cancellationToken);
        return token.Text;
    }

    // The file may be older than the database.
    private async Task<bool> WorksAsync(string key, string issuerId, CancellationToken cancellationToken)
    {
        var hash = ApiKeyToken.HashOf(key);
        return await db.ApiKeys.AnyAsync(row => row.Hash == hash && row.IssuerId == issuerId && row.RevokedAt == null, cancellationToken);
    }

    private async Task WriteAsync(string key, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(settings.DataDirectory);
        File.Delete(file);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using var writer = new StreamWriter(file, options);
        await writer.WriteAsync(key.AsMemory(), cancellationToken);
    }
}
