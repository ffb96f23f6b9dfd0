using System.Text.Json;
using Promote.Credentials.Proofs.Jades;
using Promote.Credentials.Verification.Families;
using Promote.Credentials.Verification.Intake;
using Promote.Credentials.Verification.Keys;
using Promote.Credentials.Verification.Assertions;
using Promote.Credentials.Verification.Ports;

namespace Promote.Credentials.Verification;

/// <summary>One verification, with what all documents that belong to it share: one budget of requests and one of work, one set of keys, one instant.</summary>
internal sealed class Inquiry
{
    // A presentation, a credential in it, an endorsement in that, its status list: nothing in the field goes deeper.
    private const int MaxDepth = 4;

    private static readonly Rejection TooCostly = new(RejectionKind.TooCostly, "", "Checking this takes more work than this service does for one document.");

    private readonly IOwnRecords ownRecords;
    private readonly IReadOnlyList<SealTrustAnchor> trustAnchors;
    private readonly KeyFinder keys;
    private readonly ProcessorBudget processor;
    private readonly int depth;

    internal Inquiry(VerificationRequest request, IFetcher fetcher, IDidResolver dids, IOwnRecords ownRecords, IReadOnlyList<SealTrustAnchor> trustAnchors, ProcessorBudget processor)
        : this(request, fetcher, new KeyFinder(dids, fetcher), ownRecords, trustAnchors, processor, 0)
    {
    }

    private Inquiry(VerificationRequest request, IFetcher fetcher, KeyFinder keys, IOwnRecords ownRecords, IReadOnlyList<SealTrustAnchor> trustAnchors, ProcessorBudget processor, int depth)
    {
        (Request, Fetcher, this.keys, this.ownRecords, this.trustAnchors, this.processor, this.depth) = (request, fetcher, keys, ownRecords, trustAnchors, processor, depth);
    }

    /// <summary>What the caller asks.</summary>
    internal VerificationRequest Request { get; }

    /// <summary>Fetches within the budget.</summary>
    internal IFetcher Fetcher { get; }

    /// <summary>Whether a document inside the one at hand can still be looked at.</summary>
    internal bool CanGoDeeper => depth < MaxDepth;

    /// <summary>The same for a document inside the one at hand, about which the reader asked nothing of his own.</summary>
    internal Inquiry Inside() => new(Request with { Holder = null, Challenge = null, Domain = null }, Fetcher, keys, ownRecords, trustAnchors, processor, depth + 1);

    /// <summary>Makes these checks on what was handed in.</summary>
    internal async Task<Report> RunAsync(Submission submission, IReadOnlyList<Check> checks, CancellationToken cancellationToken)
    {
        if (submission is LinkSubmission link)
        {
            return await FollowAsync(link, checks, cancellationToken);
        }

        var (candidate, rejection) = await ReadAsync(submission, cancellationToken);
        if (candidate is null)
        {
            return Report.Rejected(rejection!);
        }

        var results = new List<CheckResult>(checks.Count);
        var lap = processor.Begin();
        foreach (var check in checks)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (processor.IsSpent)
            {
                return Report.Rejected(TooCostly);
            }

            var running = check.RunAsync(candidate, cancellationToken);
            lap.End();
            var waits = !running.IsCompleted;
            if (await running is { } result)
            {
                results.Add(result);
            }

            if (waits)
            {
                lap.Restart();
            }
        }

        return Report.Of(candidate, results);
    }

    /// <summary>What this service has on record about a document; null where the document does not say which it is.</summary>
    internal async ValueTask<OwnRecord?> OwnRecordAsync(string? id, string? issuer, CancellationToken cancellationToken) =>
        id is null || issuer is null ? null : await ownRecords.FindAsync(id, issuer, cancellationToken);

    /// <summary>The endorsements that accredit an issuer of this service.</summary>
    internal ValueTask<IReadOnlyList<ReadOnlyMemory<byte>>> AccreditationsOfAsync(string? issuer, CancellationToken cancellationToken) =>
        issuer is null ? new([]) : ownRecords.AccreditationsOfAsync(issuer, cancellationToken);

    private async Task<Report> FollowAsync(LinkSubmission link, IReadOnlyList<Check> checks, CancellationToken cancellationToken)
    {
        var answer = await Fetcher.FetchAsync(new FetchRequest(link.Url, FetchKind.Credential), cancellationToken);
        if (answer.Failure is not null and not FetchFailure.Gone)
        {
            return Report.Rejected(new Rejection(RejectionKind.Unreachable, "", $"Nothing could be had at this address. {answer.Detail}"));
        }

        // An address that leads to an address is not followed further.
        return Unwrapping.Open(answer.Body, out var submission) is { } rejection ? Report.Rejected(rejection)
            : submission is LinkSubmission ? Report.Rejected(new Rejection(RejectionKind.NotACredential, "", "At this address there is only another address."))
            : await RunAsync(submission!, checks, cancellationToken);
    }

    private async Task<(Candidate? Candidate, Rejection? Rejection)> ReadAsync(Submission submission, CancellationToken cancellationToken)
    {
        var lap = processor.Begin();
        var reading = SubmissionReader.Read(submission, trustAnchors, Request.Now);
        lap.End();
        if (reading.Rejection is { } rejection)
        {
            return (null, rejection);
        }

        if (reading.Assertion is { } assertion)
        {
            reading = await new AssertionLoader(Fetcher).LoadAsync(assertion, cancellationToken);
        }

        var (family, securing, document) = (reading.Family!, reading.Securing!, reading.Document);
        return (new Candidate
        {
            Utf8 = submission.Utf8,
            Document = document,
            Family = family,
            Securing = securing,
            Keys = await KeyRing.CollectAsync(securing.Keys, family.IssuerId(document), keys, cancellationToken),
            Enclosure = submission.Enclosure,
            Request = Request,
            Inquiry = this,
        }, null);
    }
}
