using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Verification.Intake;
using Promote.Credentials.Verification.Ports;

namespace Promote.Credentials.Verification.Checks;

/// <summary>PC-V007: what claims to come from this service is on its record, unchanged. A stolen key alone makes no credential.</summary>
internal sealed class OwnRecordCheck() : Check(Code, CheckIds.OwnRecord, Title)
{
    private const string Code = "PC-V007";
    private const string Title = "Record of this service";

    private static readonly Finding DamagedRecord =
        Finding.Failed("ownRecord.damaged", "This service issued the credential, but its record has been changed since. It cannot be relied on.");

    /// <summary>The line on a record of which nothing can be read.</summary>
    internal static CheckResult Damaged { get; } = CheckResult.Of(CheckIds.OwnRecord, Code, Title, DamagedRecord);

    /// <inheritdoc/>
    protected override async ValueTask<Finding?> FindAsync(Candidate candidate, CancellationToken cancellationToken)
    {
        var record = await candidate.OwnRecordAsync(cancellationToken);
        return record?.State switch
        {
            null or OwnRecordState.NotOurs => null,
            OwnRecordState.Missing => Finding.Failed("ownRecord.missing", "The document says that it was issued here, but there is no record of it."),
            OwnRecordState.Damaged => DamagedRecord,
            _ when IsSame(candidate, record) && record.Vouched => Finding.Passed(
                "ownRecord.vouched",
                "This service has it on record, exactly as it was issued. The achievement asks for an assessment: somebody whom the operator of this service trusts with that answers for one that was made elsewhere."),
            _ when IsSame(candidate, record) => Finding.Passed("ownRecord.kept", "This service has it on record, exactly as it was issued."),
            _ => Finding.Failed("ownRecord.different", "This service issued a credential with this number, but with other content."),
        };
    }

    // A copy that was only laid out anew, by a wallet for instance, is the same document: compared by RFC 8785.
    private static bool IsSame(Candidate candidate, OwnRecord record) =>
        record.Documents.Any(document => candidate.Utf8.Span.SequenceEqual(document.Span))
        || (Canonical(candidate.Utf8) is { } canonical && record.Documents.Any(document => Canonical(document) is { } stored && canonical.AsSpan().SequenceEqual(stored)));

    // Null for a JWT, which has one form only.
    private static byte[]? Canonical(ReadOnlyMemory<byte> document)
    {
        try
        {
            using var json = StrictJson.Parse(document, Limits.Large);
            return Jcs.Canonicalize(json.RootElement);
        }
        catch (MalformedJsonException)
        {
            return null;
        }
    }
}
