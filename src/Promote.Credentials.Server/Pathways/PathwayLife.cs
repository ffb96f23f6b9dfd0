using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Domain.Pathways;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;
using Promote.Credentials.Server.Web;

namespace Promote.Credentials.Server.Pathways;

/// <summary>The life of a pathway, for the API and for the desk: created, changed, published.</summary>
internal sealed class PathwayLife(CredentialsDb db, PathwayCheck check, TimeProvider time)
{
    /// <summary>Makes a draft.</summary>
    public async Task<Decision<PathwayRow>> CreateAsync(Client client, PathwayContent content, CancellationToken cancellationToken)
    {
        if (await check.RunAsync(id: null, client.IssuerId, content, cancellationToken) is { Count: > 0 } refusals)
        {
            return refusals.ToList();
        }

        var now = time.GetStoredNow();
        var row = new PathwayRow { Id = RandomId.New(), IssuerId = client.IssuerId, State = PathwayState.Draft, Content = StoredJson.Write(content), Revision = 1, CreatedAt = now, UpdatedAt = now };
        db.Pathways.Add(row);
        db.PathwayAchievements.AddRange(PathwayNetwork.NamedIn(content).Select(achievement => new PathwayAchievementRow { AchievementId = achievement, PathwayId = row.Id }));
        db.Audit.Add(client.Did("pathway.created", row.Id, now));
        await db.SaveChangesAsync(cancellationToken);
        return row;
    }

    /// <summary>Changes it. Whoever completed it before keeps what they got; everybody else is judged by what it is now.</summary>
    /// <param name="request">Has to name the entity tag that it saw.</param>
    /// <param name="client">Who changes it.</param>
    /// <param name="id">Its id.</param>
    /// <param name="content">What it consists of from now on.</param>
    /// <param name="cancellationToken">Counts until it is stored.</param>
    public async Task<Decision<PathwayRow>> ChangeAsync(HttpRequest request, Client client, string id, PathwayContent content, CancellationToken cancellationToken)
    {
        if (await FindAsync(client, id, cancellationToken) is not { } row)
        {
            return Refused.Nothing;
        }

        if (EntityTag.WhyNot(request, EntityTag.Of(row.Revision)) is { } stale)
        {
            return stale;
        }

        if (await check.RunAsync(id, client.IssuerId, content, cancellationToken) is { Count: > 0 } refusals)
        {
            return refusals.ToList();
        }

        var before = await db.PathwayAchievements.Where(one => one.PathwayId == id).ToListAsync(cancellationToken);
        var named = PathwayNetwork.NamedIn(content);
        db.PathwayAchievements.RemoveRange(before.Where(one => !named.Contains(one.AchievementId)));
        db.PathwayAchievements.AddRange(named.Except(before.Select(one => one.AchievementId)).Select(achievement => new PathwayAchievementRow { AchievementId = achievement, PathwayId = id }));
        (row.Content, row.UpdatedAt) = (StoredJson.Write(content), time.GetStoredNow());
        row.Revision++;
        db.Audit.Add(client.Did("pathway.changed", id, row.UpdatedAt));
        return await db.SaveUnlessChangedAsync(cancellationToken) ? row : EntityTag.Stale;
    }

    /// <summary>Puts it in force: from now on its completion is seen. Publishing it again changes nothing.</summary>
    public async Task<Decision<PathwayRow>> PublishAsync(HttpRequest request, Client client, string id, CancellationToken cancellationToken)
    {
        if (await FindAsync(client, id, cancellationToken) is not { } row)
        {
            return Refused.Nothing;
        }

        if (EntityTag.WhyNot(request, EntityTag.Of(row.Revision), required: false) is { } stale)
        {
            return stale;
        }

        // What it names may have changed since it was written.
        if (await check.RunAsync(id, client.IssuerId, StoredJson.Read<PathwayContent>(row.Content), cancellationToken) is { Count: > 0 } refusals)
        {
            return refusals.ToList();
        }

        if (row.State == PathwayState.Draft)
        {
            (row.State, row.UpdatedAt) = (PathwayState.Published, time.GetStoredNow());
            row.Revision++;
            db.Audit.Add(client.Did("pathway.published", id, row.UpdatedAt));
        }

        return await db.SaveUnlessChangedAsync(cancellationToken) ? row : EntityTag.Stale;
    }

    private async Task<PathwayRow?> FindAsync(Client client, string id, CancellationToken cancellationToken) =>
        RandomId.IsOne(id) ? await db.Pathways.SingleOrDefaultAsync(row => row.Id == id && row.IssuerId == client.IssuerId, cancellationToken) : null;
}
