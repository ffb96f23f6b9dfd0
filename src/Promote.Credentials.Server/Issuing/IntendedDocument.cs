using Promote.Credentials.Formats.Linting;
using Promote.Credentials.Proofs.DataIntegrity;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Issuing;

/// <summary>A document that is promised: its row, what the linter accepted, and what its proof will say.</summary>
internal sealed record IntendedDocument(CredentialRow Row, LintedDocument Linted)
{
    /// <summary>Fixed by the row: whoever signs, before or after a crash, makes the same proof.</summary>
    public ProofOptions Proof => new() { VerificationMethod = Row.VerificationMethod, Created = Row.ProofCreated };
}
