using Promote.Credentials.Proofs.Jades;
using Promote.Credentials.Proofs.Keys;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Issuing.Keys;

/// <summary>The keys of <c>keys-dev</c>, the same for every issuer: so that a development service signs without being told how.</summary>
internal sealed class DevelopmentKeySource : IKeySource
{
    public KeySource Kind => KeySource.Development;

    public IEnumerable<string> ReferencesOf(string slug) => DevelopmentKeys.IssuerKeys;

    public bool BelongsTo(string reference, string slug) => DevelopmentKeys.IssuerKeys.Contains(reference);

    public SigningKey Open(string reference) => DevelopmentKeys.IssuerKeys.Contains(reference)
        ? DevelopmentKeys.Issuer(reference)
        : throw new SettingsException($"There is no key {reference} in keys-dev.");

    public IEnumerable<string> SealsOf(string slug) => DevelopmentKeys.Seals;

    public SealKey OpenSeal(string reference) => DevelopmentKeys.Seals.Contains(reference)
        ? DevelopmentKeys.Seal(reference)
        : throw new SettingsException($"There is no seal {reference} in keys-dev.");
}
