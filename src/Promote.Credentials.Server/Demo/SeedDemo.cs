using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Server.Issuing;
using Promote.Credentials.Server.Issuing.Keys;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.Demo;

/// <summary>Puts a demo issuer with one achievement and one award into an empty database, and finds them again in every later start.</summary>
internal sealed class SeedDemo(CredentialsDb db, IssueCredential issue, IssuerKeyLife keys, DemoKey key, DemoDesk desk, TimeProvider time)
{
    private const string Actor = "demo";

    // Every start sends the same request: the first one issues, the others are answered with what it issued.
    private static readonly IdempotencyToken SameRequest = new("first award of the demo", []);

    /// <summary>The demo; null where the database has issuers but not this one, or its award is gone.</summary>
    public async Task<SeededDemo?> RunAsync(CancellationToken cancellationToken)
    {
        if (!await db.Issuers.AnyAsync(cancellationToken))
        {
            await AddAsync(cancellationToken);
        }

        var found = await (
            from issuer in db.Issuers
            where issuer.Slug == DemoContent.Slug
            join achievement in db.Achievements on issuer.Id equals achievement.IssuerId
            orderby achievement.CreatedAt
            select new { issuer.Id, AchievementId = achievement.Id }).FirstOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        await keys.AdoptAsync(found.Id, DemoContent.Slug, cancellationToken);

        var award = await issue.RunAsync(
            DemoContent.Award(new DateTimeOffset(time.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero)), found.Id, found.AchievementId, SameRequest, Actor, succession: null, cancellationToken);
        return award.Granted
            ? new SeededDemo(found.AchievementId, award.Value, await key.GetAsync(found.Id, cancellationToken), await desk.LinkAsync(found.Id, cancellationToken))
            : null;
    }

    private async Task AddAsync(CancellationToken cancellationToken)
    {
        var now = time.GetStoredNow();
        var (issuerId, achievementId) = (RandomId.New(), RandomId.New());
        var client = new Client(Actor, issuerId, Scope.All);
        db.Issuers.Add(new() { Id = issuerId, Slug = DemoContent.Slug, Profile = StoredJson.Write(DemoContent.Issuer(issuerId)), CreatedAt = now });
        db.Audit.Add(client.Did("issuer.created", issuerId, now));
        db.Achievements.Add(new()
        {
            Id = achievementId,
            IssuerId = issuerId,
            State = AchievementState.Published,
            LatestVersion = 1,
            PublishedVersion = 1,
            Revision = 1,
            CreatedAt = now,
            UpdatedAt = now,
        });
        db.AchievementVersions.Add(new()
        {
            AchievementId = achievementId, Number = 1, Content = StoredJson.Write(DemoContent.Achievement), CreatedAt = now, PublishedAt = now,
        });
        db.Audit.Add(client.Did("achievement.created", achievementId, now));
        db.Audit.Add(client.Did("achievement.published", achievementId, now, new { version = 1 }));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException lost) when (UniqueViolation.Is(lost, out _))
        {
            // Another node, started at the same moment, was first: go on with what it wrote.
            db.ChangeTracker.Clear();
        }
    }
}
