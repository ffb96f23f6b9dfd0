using System.Text.Json;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Verification.Ports;

namespace Promote.Credentials.Verification.Checks;

/// <summary>PC-V007: what claims to come from this service is on its record, unchanged. A stolen key alone makes no credential.</summary>
internal sealed class OwnRecordCheck(IOwnRecords ownRecords) : Check(Code, CheckIds.OwnRecord, Title)
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
        if (candidate.Id is not { } id || candidate.IssuerId is not { } issuer)
        {
            return null;
        }

        var record = await ownRecords.FindAsync(id, issuer, cancellationToken);
        return record.State switch
        {
            OwnRecordState.NotOurs => null,
            OwnRecordState.Missing => Finding.Failed("ownRecord.missing", "The document says that it was issued here, but there is no record of it."),
            OwnRecordState.Damaged => DamagedRecord,
            _ when IsSame(candidate, record) => Finding.Passed("ownRecord.kept", "This service has it on record, exactly as it was issued."),
            _ => Finding.Failed("ownRecord.different", "This service issued a credential with this number, but with other content."),
        };
    }

    // A copy that was only laid out anew, by a wallet for instance, is the same document: compared by RFC 8785.
    private static bool IsSame(Candidate candidate, OwnRecord record) =>
        record.Documents.Any(document => candidate.Utf8.Span.SequenceEqual(document.Span))
        || record.Documents.Any(document => IsSame(Jcs.Canonicalize(candidate.Document), document));

    private static bool IsSame(ReadOnlySpan<byte> canonical, ReadOnlyMemory<byte> document)
    {
        using var stored = StrictJson.Parse(document);
        return canonical.SequenceEqual(Jcs.Canonicalize(stored.RootElement));
    }
}
