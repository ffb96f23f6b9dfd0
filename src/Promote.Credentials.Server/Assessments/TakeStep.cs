using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Domain.Assessments;
using Promote.Credentials.Domain.Awards;
using Promote.Credentials.Domain.Issuers;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Formats;
using Promote.Credentials.Server.Issuing;
using Promote.Credentials.Server.Network;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;
using Promote.Credentials.Server.Web;

namespace Promote.Credentials.Server.Assessments;

/// <summary>
/// Takes a step in the life of an assessment: may it be taken, by this client, on what was read; then one commit of the new state
/// and its audit row. Every step goes through here.
/// </summary>
internal sealed class TakeStep(CredentialsDb db, LearnerVault vault, Catalogue catalogue, Prerequisites prerequisites, Oneself oneselves, TimeProvider time)
{
    /// <param name="request">May name the entity tag that it saw.</param>
    /// <param name="client">Who takes it.</param>
    /// <param name="id">Of which assessment.</param>
    /// <param name="step">What is done.</param>
    /// <param name="recorded">What is recorded afterwards, from what was before.</param>
    /// <param name="cancellationToken">Counts until it is stored.</param>
    public async Task<Decision<FoundAssessment>> RunAsync(
        HttpRequest request, Client client, string id, AssessmentStep step, Func<RecordedAssessment, RecordedAssessment> recorded, CancellationToken cancellationToken)
    {
        if (await FoundAssessment.FindAsync(db, vault, client.IssuerId, id, cancellationToken) is not { } found)
        {
            return Refused.Nothing;
        }

        if (EntityTag.WhyNot(request, EntityTag.Of(found.Row.Revision), required: step == AssessmentStep.Record) is { } stale)
        {
            return stale;
        }

        if (found is not { Learner: not null, Recorded: { } before })
        {
            return new Refusal(RefusalCode.WrongState, "", "The learner was erased: there is nobody to assess.");
        }

        if (step != AssessmentStep.Appeal && await oneselves.WhyNotAsync(client, found.Row.LearnerId, cancellationToken) is { } oneself)
        {
            return oneself;
        }

        if (AssessmentLife.WhyNot(found.Row.State, step) is { } wrongState)
        {
            return wrongState;
        }

        var isDecision = step is AssessmentStep.Confirm or AssessmentStep.Return or AssessmentStep.Reject;
        if (isDecision && AssessmentLife.WhyNotDecidedBy(client.KeyId, found.Row.AuthorList) is { } same)
        {
            return same;
        }

        var now = time.GetStoredNow();
        var after = recorded(before);
        var issuer = StoredJson.Read<Issuer>((await db.Issuers.FindAsync([client.IssuerId], cancellationToken))!.Profile);
        var version = await catalogue.VersionAsync(db, found.Row.AchievementId, found.Row.AchievementVersion, cancellationToken);
        if (step is AssessmentStep.Record or AssessmentStep.Submit && WhoAssesses.WhyNot(client, version.Content.Policy) is { } notAssessor)
        {
            return notAssessor;
        }

        if (step == AssessmentStep.Record && await UnknownFilesAsync(id, after.Content, cancellationToken) is { Count: > 0 } unknown)
        {
            return unknown;
        }

        if (Check(step, after, found, issuer, version, now) is { Count: > 0 } refusals)
        {
            return refusals.ToList();
        }

        if (step is AssessmentStep.Submit or AssessmentStep.Confirm
            && await prerequisites.MissingAsync(client.IssuerId, found.Learner!, version.Content.Policy, issuer.PrimaryLanguage, "", cancellationToken) is { Count: > 0 } lacking)
        {
            return lacking;
        }

        using var key = vault.Open(found.LearnerRow)!;
        found.Row.Details = key.Encrypt(LearnerKey.Column.AssessmentDetails, id, StoredJson.WriteUtf8(after));
        found.Row.State = AssessmentLife.After(step, version.Content.Policy.FourEyes);
        found.Row.Revision++;
        found.Row.UpdatedAt = now;
        if (isDecision || found.Row.State == AssessmentState.Confirmed)
        {
            (found.Row.DecidedAt, found.Row.DecidedBy) = (now, client.KeyId);
        }

        if (!isDecision)
        {
            found.Row.Authors = string.Join(' ', found.Row.AuthorList.Append(client.KeyId).Distinct());
        }

        var reason = step is AssessmentStep.Return or AssessmentStep.Reject or AssessmentStep.Appeal ? after.Reason : null;
        db.Audit.Add(client.DidBecause(ActionOf(step), id, now, reason, found.Row.LearnerId, key, new { state = found.Row.State }));
        if (!await db.SaveUnlessChangedAsync(cancellationToken))
        {
            return EntityTag.Stale;
        }

        Failpoint.Hit("assessment-saved");
        return found with { Recorded = after };
    }

    private async Task<List<Refusal>> UnknownFilesAsync(string id, AssessmentContent content, CancellationToken cancellationToken)
    {
        var named = content.Evidence.Select((item, i) => (item.File, Pointer: $"/evidence/{i}/file")).Concat(content.Portfolio.Select((item, i) => (item.File, Pointer: $"/portfolio/{i}/file")))
            .Where(one => one.File is not null).ToList();
        var known = named.Count == 0 ? [] : await db.AssessmentFiles.Where(row => row.AssessmentId == id && row.CompletedAt != null).Select(row => row.Id).ToListAsync(cancellationToken);
        return [.. named.Where(one => !known.Contains(one.File!)).Select(one => new Refusal(RefusalCode.NotFound, one.Pointer, "The assessment has no such file."))];
    }

    // A draft may lack something; what is submitted is what would be awarded.
    private static IReadOnlyList<Refusal> Check(AssessmentStep step, RecordedAssessment recorded, FoundAssessment found, Issuer issuer, AchievementVersion version, DateTimeOffset now) => step switch
    {
        AssessmentStep.Record => AssessmentRules.CheckDraft(recorded.Content, found.Row.Kind, found.Learner!, issuer, version, FormatList.Names, now),
        AssessmentStep.Submit or AssessmentStep.Confirm => AssessmentRules.Check(recorded.Content, found.Row.Kind, found.Learner!, issuer, version, FormatList.Names, now),
        _ => StatusReason.Check(recorded.Reason ?? ""),
    };

    private static string ActionOf(AssessmentStep step) => step switch
    {
        AssessmentStep.Record => "assessment.recorded",
        AssessmentStep.Submit => "assessment.submitted",
        AssessmentStep.Confirm => "assessment.confirmed",
        AssessmentStep.Return => "assessment.returned",
        AssessmentStep.Reject => "assessment.rejected",
        _ => "assessment.appealed",
    };
}
