using System.Text.Json;

namespace Promote.Credentials.Verification.Checks;

/// <summary>PC-V005: a credential that names a status list may have been withdrawn; as long as no list is read, that is unknown.</summary>
internal sealed class StatusCheck() : PureCheck("PC-V005", CheckIds.Status, "Withdrawal")
{
    /// <inheritdoc/>
    protected override Finding? Find(Candidate candidate) =>
        candidate.Document.Member("credentialStatus").ValueKind == JsonValueKind.Undefined
            ? null
            : Finding.NotChecked("status.unread", "The issuer can withdraw this credential, and its list of withdrawn ones was not looked up from here.");
}
