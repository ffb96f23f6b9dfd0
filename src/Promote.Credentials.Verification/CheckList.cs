using Promote.Credentials.Verification.Checks;
using Promote.Credentials.Verification.Ports;

namespace Promote.Credentials.Verification;

/// <summary>Every check there is, in the order in which they are made and shown. A new one is one file and one line here.</summary>
internal static class CheckList
{
    internal static IReadOnlyList<Check> With(IOwnRecords ownRecords) =>
    [
        new FormatCheck(),
        new ProofCheck(),
        new IssuerIdentityCheck(),
        new KeyStandingCheck(ownRecords),
        new ValidityDatesCheck(),
        new StatusCheck(),
        new EndorsementsCheck(),
        new OwnRecordCheck(ownRecords),
    ];
}
