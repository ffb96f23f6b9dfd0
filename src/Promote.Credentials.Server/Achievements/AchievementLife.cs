using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Domain.Issuers;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;
using Promote.Credentials.Server.Web;

namespace Promote.Credentials.Server.Achievements;

/// <summary>The life of an achievement, for the API and for the desk: created, changed in versions, published, retired.</summary>
internal sealed class AchievementLife(CredentialsDb db, AchievementCheck check, TimeProvider time)
{
    private static readonly Refusal Retired = new(RefusalCode.WrongState, "", "The achievement is retired.");

    /// <summary>Makes a draft with its first version.</summary>
    public async Task<Decision<ChangedAchievement>> CreateAsync(Client client, AchievementContent content, CancellationToken cancellationToken)
    {
        if (await check.RunAsync(id: null, client.IssuerId, content, cancellationToken) is { Count: > 0 } refusals)
        {
            return refusals;
        }

        var now = time.GetStoredNow();
        var row = new AchievementRow { Id = RandomId.New(), IssuerId = client.IssuerId, State = AchievementState.Draft, LatestVersion = 1, Revision = 1, CreatedAt = now, UpdatedAt = now };
        db.Achievements.Add(row);
        db.AchievementVersions.Add(new() { AchievementId = row.Id, Number = 1, Content = StoredJson.Write(content), CreatedAt = now });
        db.Audit.Add(client.Did("achievement.created", row.Id, now));
        await db.SaveChangesAsync(cancellationToken);
        return new ChangedAchievement(row, content);
    }

    /// <summary>Gives it a new version. The published one stays in force until the new one is published.</summary>
    /// <param name="request">Has to name the entity tag that it saw.</param>
    /// <param name="client">Who changes it.</param>
    /// <param name="id">Its id.</param>
    /// <param name="content">What it says from now on.</param>
    /// <param name="cancellationToken">Counts until it is stored.</param>
    public async Task<Decision<ChangedAchievement>> ChangeAsync(HttpRequest request, Client client, string id, AchievementContent content, CancellationToken cancellationToken)
    {
        if (await FindAsync(client, id, cancellationToken) is not { } row)
        {
            return Refused.Nothing;
        }

        if (EntityTag.WhyNot(request, EntityTag.Of(row.Revision)) is { } stale)
        {
            return stale;
        }

        if (row.State == AchievementState.Retired)
        {
            return Retired;
        }

        if (await check.RunAsync(id, client.IssuerId, content, cancellationToken) is { Count: > 0 } refusals)
        {
            return refusals;
        }

        row.LatestVersion++;
        row.Revision++;
        row.UpdatedAt = time.GetStoredNow();

        // The row first: of two changes at once one waits here, then sees that it is late.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!await db.SaveUnlessChangedAsync(cancellationToken))
        {
            return EntityTag.Stale;
        }

        db.AchievementVersions.Add(new() { AchievementId = id, Number = row.LatestVersion, Content = StoredJson.Write(content), CreatedAt = row.UpdatedAt });
        db.Audit.Add(client.Did("achievement.changed", id, row.UpdatedAt, new { version = row.LatestVersion }));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new ChangedAchievement(row, content);
    }

    /// <summary>Puts the newest version in force: from now on it is awarded, and its address shows it to everybody.</summary>
    public async Task<Decision<ChangedAchievement>> PublishAsync(HttpRequest request, Client client, string id, CancellationToken cancellationToken)
    {
        if (await FindAsync(client, id, cancellationToken) is not { } row)
        {
            return Refused.Nothing;
        }

        if (EntityTag.WhyNot(request, EntityTag.Of(row.Revision), required: false) is { } stale)
        {
            return stale;
        }

        if (row.State == AchievementState.Retired)
        {
            return Retired;
        }

        var version = await NewestAsync(row, cancellationToken);
        var content = StoredJson.Read<AchievementContent>(version.Content);
        if (row.PublishedVersion != row.LatestVersion)
        {
            if (AnnexI.WhyNot(content, await IssuerAsync(client, cancellationToken)) is { Count: > 0 } refusals)
            {
                return refusals.ToList();
            }

            var now = time.GetStoredNow();
            (version.PublishedAt, row.State, row.PublishedVersion, row.UpdatedAt) = (now, AchievementState.Published, row.LatestVersion, now);
            row.Revision++;
            db.Audit.Add(client.Did("achievement.published", id, now, new { version = row.LatestVersion }));
        }

        return await db.SaveUnlessChangedAsync(cancellationToken) ? new ChangedAchievement(row, content) : EntityTag.Stale;
    }

    /// <summary>Ends its awarding. What was awarded stays, and its published versions resolve for ever.</summary>
    public async Task<Decision<ChangedAchievement>> RetireAsync(HttpRequest request, Client client, string id, CancellationToken cancellationToken)
    {
        if (await FindAsync(client, id, cancellationToken) is not { } row)
        {
            return Refused.Nothing;
        }

        if (EntityTag.WhyNot(request, EntityTag.Of(row.Revision), required: false) is { } stale)
        {
            return stale;
        }

        if (row.State != AchievementState.Retired)
        {
            row.State = AchievementState.Retired;
            row.Revision++;
            row.UpdatedAt = time.GetStoredNow();
            db.Audit.Add(client.Did("achievement.retired", id, row.UpdatedAt));
        }

        return await db.SaveUnlessChangedAsync(cancellationToken)
            ? new ChangedAchievement(row, StoredJson.Read<AchievementContent>((await NewestAsync(row, cancellationToken)).Content))
            : EntityTag.Stale;
    }

    private async Task<AchievementRow?> FindAsync(Client client, string id, CancellationToken cancellationToken) => RandomId.IsOne(id)
        ? await db.Achievements.SingleOrDefaultAsync(row => row.Id == id && row.IssuerId == client.IssuerId, cancellationToken)
        : null;

    private Task<AchievementVersionRow> NewestAsync(AchievementRow row, CancellationToken cancellationToken) =>
        db.AchievementVersions.SingleAsync(version => version.AchievementId == row.Id && version.Number == row.LatestVersion, cancellationToken);

    private async Task<Issuer> IssuerAsync(Client client, CancellationToken cancellationToken) =>
        StoredJson.Read<Issuer>((await db.Issuers.FindAsync([client.IssuerId], cancellationToken))!.Profile);
}
