using System.Net;
using Microsoft.EntityFrameworkCore;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Tests.Fixtures;

namespace Promote.Credentials.Server.Tests.Sharing;

/// <summary>The forms of one holder's page, sent as a browser sends them.</summary>
internal sealed class HolderForms(HttpClient anonymous, TestDatabase database, string holderId)
{
    public string HolderId => holderId;

    public Task<HttpResponseMessage> MakeAsync(string form) => PostAsync($"/credentials/{holderId}/links", form);

    public Task<HttpResponseMessage> RevokeAsync(string link) => PostAsync($"/credentials/{holderId}/links/{link}/revoke", "");

    /// <summary>Makes a link and answers its id.</summary>
    public async Task<string> NewLinkAsync(string form)
    {
        using var answer = await MakeAsync(form);
        Assert.Equal((HttpStatusCode.SeeOther, $"/credentials/{holderId}?notice=made#share"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        return (await RowsAsync()).MaxBy(row => row.CreatedAt)!.Id;
    }

    public async Task<IReadOnlyList<ShareLinkRow>> RowsAsync()
    {
        await using var db = database.Open();
        return await (
            from link in db.ShareLinks
            join award in db.Awards on link.AwardId equals award.Id
            where award.HolderId == holderId
            select link).ToListAsync();
    }

    /// <summary>Lets links end, as time does.</summary>
    public async Task ExpireAsync(params string[] ids)
    {
        await using var db = database.Open();
        await db.ShareLinks.Where(link => ids.Contains(link.Id)).ExecuteUpdateAsync(set => set.SetProperty(link => link.ExpiresAt, DateTimeOffset.UnixEpoch));
    }

    public async Task<HttpResponseMessage> PostAsync(string path, string form, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(form, null, "application/x-www-form-urlencoded") };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await anonymous.SendAsync(request);
    }
}
