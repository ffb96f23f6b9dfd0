using Promote.Credentials.Server.Issuing.Keys;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Commands;

/// <summary><c>promote keys issuer add</c>: registers a key that lies in the keys directory or on the token, and writes its id.</summary>
internal static class AddSigningKey
{
    public static async Task RunAsync(IServiceProvider services, Options options, TextWriter output, CancellationToken cancellationToken)
    {
        var issuerId = await IssuerOfOption.FindAsync(services.GetRequiredService<CredentialsDb>(), options, cancellationToken);
        var (source, reference) = (options["file"], options["label"]) switch
        {
            ({ } file, null) => (KeySource.File, file),
            (null, { } label) => (KeySource.Token, label),
            _ => throw new UsageException("Give --file, a name in Promote__KeysDirectory, or --label, a name on the token."),
        };
        try
        {
            var added = await services.GetRequiredService<IssuerKeyLife>().AddAsync(Operator.Of(issuerId), source, reference, cancellationToken);
            await output.WriteLineAsync(added.Granted ? added.Value.Id : throw new UsageException(added.Refusals[0].Detail));
        }
        catch (SettingsException exception)
        {
            throw new UsageException(exception.Message);
        }
    }
}
