using System.Text.Json;
using Promote.Credentials.Verification.Families;
using Promote.Credentials.Verification.Intake;

namespace Promote.Credentials.Verification.Checks;

/// <summary>
/// PC-V011: whether somebody stands behind the issuer. An issuer of this service may be accredited by another one, with an endorsement of
/// Open Badges 3.0 that is verified here like any credential. A European credential may claim that its issuer is accredited: the register
/// of accreditations cannot be asked from here, so the claim is told as what it is.
/// </summary>
internal sealed class AccreditationCheck() : Check("PC-V011", CheckIds.Accreditation, "Accreditation")
{
    // A report names a few; an issuer that has more is accredited all the same.
    private const int Most = 4;

    /// <inheritdoc/>
    protected override async ValueTask<Finding?> FindAsync(Candidate candidate, CancellationToken cancellationToken)
    {
        if (candidate.Inquiry.CanGoDeeper && await OfNetworkAsync(candidate, cancellationToken) is { } accredited)
        {
            return accredited;
        }

        return candidate.Family is Europass && Claims(candidate.Document)
            ? Finding.Warning("accreditation.claimed", "The document says that the issuer or the learning is accredited. Only the issuer says so: no register was asked.")
            : null;
    }

    private static async Task<Finding?> OfNetworkAsync(Candidate candidate, CancellationToken cancellationToken)
    {
        var endorsements = await candidate.Inquiry.AccreditationsOfAsync(candidate.IssuerId, cancellationToken);
        var (facts, best) = (new List<string>(), (WhenIssued: false, Now: false, By: (string?)null));
        foreach (var endorsement in endorsements.Take(Most))
        {
            if (await JudgeAsync(endorsement, candidate, cancellationToken) is not { } judged)
            {
                continue;
            }

            facts.Add($"{judged.By}: {(judged.WhenIssued ? "valid" : "not valid")} when issued, {(judged.Now ? "valid" : "not valid")} now");
            best = (judged.WhenIssued, judged.Now).CompareTo((best.WhenIssued, best.Now)) > 0 ? judged : best;
        }

        var (whenIssued, now, by) = best;
        return (by, whenIssued, now) switch
        {
            (null, _, _) => null,
            (_, true, true) => Finding.Passed("accreditation.valid", $"{by} accredited the issuer: this was valid when the credential was issued, and is valid now.", facts).With("by", by),
            (_, true, false) => Finding.Warning("accreditation.ended", $"{by} had accredited the issuer when the credential was issued. The accreditation has ended since.", facts).With("by", by),
            _ => Finding.Warning("accreditation.later", $"{by} accredited the issuer, but not yet when the credential was issued.", facts).With("by", by),
        };
    }

    // Null for what is no sound endorsement of this issuer: it says nothing.
    private static async Task<(bool WhenIssued, bool Now, string? By)?> JudgeAsync(ReadOnlyMemory<byte> endorsement, Candidate candidate, CancellationToken cancellationToken)
    {
        if (Unwrapping.OpenText(endorsement, Enclosure.None, out var submission) is not null || submission is LinkSubmission)
        {
            return null;
        }

        var report = await candidate.Inquiry.Inside().RunAsync(submission!, CheckList.Accrediting, cancellationToken);
        if (report is not { Kind: "endorsement", Credential: { } signed } || signed.Member("credentialSubject").Text("id") != candidate.IssuerId)
        {
            return null;
        }

        var issued = InstantOf(candidate.Document, candidate.Family.ValidFrom) ?? candidate.Now;
        var whenIssued = InstantOf(signed, "validFrom") <= issued && !(InstantOf(signed, "validUntil") <= issued);
        return (whenIssued, report.Outcome is Outcome.Valid or Outcome.ValidWithWarnings, signed.Member("issuer").Text("name") ?? signed.IdOf("issuer"));
    }

    private static DateTimeOffset? InstantOf(JsonElement document, string name) => XsdDateTimeStamp.TryParse(document.Text(name), out var instant) ? instant : null;

    private static bool Claims(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Any(member => member.NameEquals("accreditation") || Claims(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().Any(Claims),
        _ => false,
    };
}
