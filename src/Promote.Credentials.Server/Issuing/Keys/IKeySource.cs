using Promote.Credentials.Proofs.Jades;
using Promote.Credentials.Proofs.Keys;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Issuing.Keys;

/// <summary>A place where private keys of issuers are.</summary>
internal interface IKeySource
{
    KeySource Kind { get; }

    /// <summary>How the source names the keys that an issuer may use, in order. No issuer's name leads to another one's key.</summary>
    IEnumerable<string> ReferencesOf(string slug);

    /// <summary>Whether an issuer may use what the reference names, there or not.</summary>
    bool BelongsTo(string reference, string slug);

    /// <summary>Opens a key.</summary>
    /// <exception cref="SettingsException">It is not there or cannot be used; the message says what to do.</exception>
    SigningKey Open(string reference);

    /// <summary>How the source names the seals that an issuer may use, in order. They are not among its keys: nobody finds them in its DID document.</summary>
    IEnumerable<string> SealsOf(string slug);

    /// <summary>Opens a seal.</summary>
    /// <exception cref="SettingsException">It is not there or cannot be used; the message says what to do.</exception>
    SealKey OpenSeal(string reference);
}
