using System.Security.Cryptography;
using Promote.Credentials.Formats.Linting;
using Promote.Credentials.Proofs.DataIntegrity;
using Promote.Credentials.Proofs.Dids;
using Promote.Credentials.Proofs.Jades;
using Promote.Credentials.Proofs.Keys;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Issuing;

/// <summary>A document that is promised: its row, what the linter accepted, and what signs or seals it; neither key nor method where nothing does.</summary>
internal sealed record IntendedDocument<TRow>(TRow Row, LintedDocument Linted, VerificationMethod? Method, SigningKey? Key, SealKey? SealKey)
    where TRow : class, IPromisedRow
{
    /// <summary>Signs what was linted. What the proof says is fixed by the row, whoever signs, before or after a crash.</summary>
    /// <exception cref="KeyUnavailableException">The key is in a token that is not there now.</exception>
    public SignedDocument Sign() => SealKey is null
        ? Linted.Sign(Key, new ProofOptions { VerificationMethod = Row.VerificationMethod, Created = Row.ProofCreated })
        : Linted.Seal(SealKey, Row.ProofCreated);

    /// <summary>Puts the signed document into the row, and confirms that what can be read from there verifies and says what was linted.</summary>
    /// <exception cref="InvalidOperationException">It does not; nothing may be stored as issued.</exception>
    public void Keep(SignedDocument signed, LearnerKey learnerKey, DateTimeOffset now)
    {
        Row.Signed = learnerKey.Encrypt(LearnerKey.Column.CredentialSigned, Row.Id, signed.Utf8.Span);
        var readBack = learnerKey.Decrypt(LearnerKey.Column.CredentialSigned, Row.Id, Row.Signed);
        Linted.Confirm(readBack, Method, now);
        Row.SignedSha256 = SHA256.HashData(readBack);
    }
}
