using System.Collections.Concurrent;
using Promote.Credentials.Proofs.Keys;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Issuing.Keys;

/// <summary>The private keys that this node can sign with. Each is opened once and kept.</summary>
internal sealed class SigningKeys : IDisposable
{
    private readonly ConcurrentDictionary<(KeySource Source, string Reference), SigningKey> open = new();
    private readonly IReadOnlyList<IKeySource> sources;

    /// <exception cref="SettingsException">There is no source outside Development, or a key in it cannot be used.</exception>
    public SigningKeys(PromoteSettings settings, IHostEnvironment environment)
    {
        var files = FilesOf(settings);
        sources = [.. new IKeySource?[] { files, TokenKeySource.Of(settings.Pkcs11) }.OfType<IKeySource>()];
        if (sources.Count == 0)
        {
            sources = environment.IsDevelopment()
                ? [new DevelopmentKeySource()]
                : throw new SettingsException("Promote__KeysDirectory and Promote__KeysPassword are not set: set them to the folder with the issuers' encrypted keys (cove-ro.pem) and to their password, or Promote__Pkcs11__Module to a token's library. Keys of keys-dev sign in Development only.");
        }

        // A wrong password or file is found at start, not at the first award.
        foreach (var file in files?.All ?? [])
        {
            _ = Open(KeySource.File, file);
        }
    }

    /// <summary>Where keys are, in order.</summary>
    public IReadOnlyList<IKeySource> Sources => sources;

    /// <summary>The source of this kind; null where none is configured.</summary>
    public IKeySource? Find(KeySource kind) => sources.FirstOrDefault(source => source.Kind == kind);

    /// <summary>Every key that the sources hold for an issuer, in the order of the sources and their names.</summary>
    /// <exception cref="SettingsException">One of them cannot be used.</exception>
    public IEnumerable<(KeySource Kind, string Reference, SigningKey Key)> Of(string slug) =>
        from source in sources
        from reference in source.ReferencesOf(slug)
        select (source.Kind, reference, Open(source.Kind, reference));

    /// <summary>Opens the key of a row.</summary>
    /// <exception cref="SettingsException">It is not there, cannot be used, or is another key than the row's.</exception>
    public SigningKey Open(IssuerKeyRow row)
    {
        var key = Open(row.Source, row.Reference);
        return key.PublicKey.Multikey == row.PublicKey
            ? key
            : throw new SettingsException($"What the key source names {row.Reference} is not the key that was registered under this name: put the old key back, and register the new one under a name of its own.");
    }

    /// <summary>Opens a key.</summary>
    /// <exception cref="SettingsException">It is not there or cannot be used.</exception>
    public SigningKey Open(KeySource kind, string reference) => open.GetOrAdd((kind, reference), place =>
        (Find(place.Source) ?? throw new SettingsException($"The key {place.Reference} is in a source of keys that is not configured any more ({place.Source})."))
        .Open(place.Reference));

    public void Dispose()
    {
        foreach (var key in open.Values)
        {
            key.Dispose();
        }
    }

    private static FileKeySource? FilesOf(PromoteSettings settings) => settings switch
    {
        { KeysDirectory: null } => null,
        { KeysDirectory: { } directory, KeysPassword: { } password } when Directory.Exists(directory) => new FileKeySource(directory, password),
        _ => throw new SettingsException("Promote__KeysDirectory is set, and the folder is not there or Promote__KeysPassword is not set: set both, to the folder with the issuers' encrypted keys and to their password."),
    };
}
