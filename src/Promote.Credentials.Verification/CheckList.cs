using Promote.Credentials.Verification.Checks;

namespace Promote.Credentials.Verification;

/// <summary>Every check there is, in the order in which they are made and shown. A new one is one file and one line here.</summary>
internal static class CheckList
{
    /// <summary>Of what somebody hands in.</summary>
    internal static IReadOnlyList<Check> All { get; } =
    [
        new FormatCheck(),
        new SchemaCheck(),
        new ProofCheck(),
        new ClaimsCheck(),
        new IssuerIdentityCheck(),
        new KeyStandingCheck(),
        new TimeStampCheck(),
        new QualifiedCheck(),
        new AccreditationCheck(),
        new EndorsementsCheck(),
        new ValidityDatesCheck(),
        new StatusCheck(),
        new RefreshCheck(),
        new HolderCheck(),
        new OwnRecordCheck(),
        new PresentedCheck(),
    ];

    /// <summary>Of what another document rests on: a status list, an endorsement. It is not on record, and nobody shows it.</summary>
    internal static IReadOnlyList<Check> Inside { get; } =
        [.. All.Where(check => check is FormatCheck or ProofCheck or ClaimsCheck or IssuerIdentityCheck or ValidityDatesCheck)];

    /// <summary>Of an endorsement that accredits an issuer: it may have been revoked.</summary>
    internal static IReadOnlyList<Check> Accrediting { get; } = [.. All.Where(check => Inside.Contains(check) || check is StatusCheck)];
}
