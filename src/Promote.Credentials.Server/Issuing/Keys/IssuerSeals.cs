using System.Collections.Concurrent;
using System.Globalization;
using Promote.Credentials.Formats.Securing;
using Promote.Credentials.Proofs.Jades;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Issuing.Keys;

/// <summary>
/// The seals that this node can seal with. They have no rows and no life of their own: their certificates say from when to when each is
/// used, so a new one is put beside the old one before that ends. Each is opened once and kept; another seal needs another name.
/// </summary>
internal sealed class IssuerSeals : IDisposable
{
    private readonly ConcurrentDictionary<(KeySource Source, string Reference), SealKey> open = new();
    private readonly SigningKeys keys;

    /// <exception cref="SettingsException">A file cannot be used.</exception>
    public IssuerSeals(SigningKeys keys)
    {
        this.keys = keys;

        // A wrong password or a certificate without an organisation is found at start, not at the first award.
        foreach (var file in keys.Sources.OfType<FileKeySource>().SelectMany(files => files.AllSeals))
        {
            _ = Open(KeySource.File, file);
        }
    }

    /// <summary>Of an issuer's seals that are valid the one that began last; the first in the order of the sources and their names where several did.</summary>
    /// <exception cref="SettingsException">One of them cannot be used; the message says why.</exception>
    /// <exception cref="Proofs.Keys.KeyUnavailableException">A token is away.</exception>
    public IssuerSeal Of(string slug, DateTimeOffset now)
    {
        var all = All(slug).ToList();
        var valid = all.Where(seal => seal.Key.ValidFrom <= now && now <= seal.Key.ValidUntil).OrderByDescending(seal => seal.Key.ValidFrom).ToList();
        return valid is [var best, ..] ? new IssuerSeal(SealStanding.Valid, best.Key, best.Source, best.Reference, "")
            : all.Count == 0 ? IssuerSeal.Without(SealStanding.None, $"There is no seal for {slug}: put {slug}.seal.p12 among the key files, or a key with its certificate and the label {slug}.seal on the token.")
            : all.Where(seal => seal.Key.ValidFrom > now).OrderBy(seal => seal.Key.ValidFrom).ToList() is [var next, ..]
                ? IssuerSeal.Without(SealStanding.NotYetValid, $"The certificate of the seal {next.Reference} is valid from {Day(next.Key.ValidFrom)} on.")
            : Ended(all.MaxBy(seal => seal.Key.ValidUntil));
    }

    /// <summary>The seal that a promised document names, valid or not any more: what is promised is finished.</summary>
    /// <param name="slug">The issuer.</param>
    /// <param name="method">How records name it, from <see cref="Seal.MethodOf"/>.</param>
    /// <exception cref="SettingsException">It is not here.</exception>
    public SealKey Of(string slug, string method) =>
        All(slug).Select(seal => seal.Key).FirstOrDefault(key => Seal.MethodOf(key).Id == method)
            ?? throw new SettingsException($"An award of {slug} is promised under the seal {method}, which is not among its keys: put it back.");

    /// <summary>Opens a seal.</summary>
    /// <exception cref="SettingsException">It is not there or cannot be used.</exception>
    public SealKey Open(KeySource kind, string reference) => open.GetOrAdd((kind, reference), place =>
        (keys.Find(place.Source) ?? throw new SettingsException($"The seal {place.Reference} is in a source of keys that is not configured any more ({place.Source})."))
        .OpenSeal(place.Reference));

    public void Dispose()
    {
        foreach (var seal in open.Values)
        {
            seal.Dispose();
        }
    }

    private IEnumerable<(KeySource Source, string Reference, SealKey Key)> All(string slug) =>
        from source in keys.Sources
        from reference in source.SealsOf(slug)
        select (source.Kind, reference, Open(source.Kind, reference));

    private static IssuerSeal Ended((KeySource Source, string Reference, SealKey Key) last) =>
        IssuerSeal.Without(SealStanding.Expired, $"The certificate of the seal {last.Reference} was valid until {Day(last.Key.ValidUntil)}: put a new seal beside it.");

    private static string Day(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
