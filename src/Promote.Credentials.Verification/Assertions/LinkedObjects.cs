using System.Text.Json;
using Promote.Credentials.Verification.Ports;

namespace Promote.Credentials.Verification.Assertions;

/// <summary>Follows the references of Open Badges 2.0. What lies at an address wins over what somebody embedded.</summary>
internal sealed class LinkedObjects(IFetcher fetcher)
{
    /// <summary>The object that a member names: by its URL, or embedded with its URL as id.</summary>
    internal async Task<LinkedObject> FollowAsync(JsonElement owner, string member, CancellationToken cancellationToken)
    {
        var reference = owner.Each(member).FirstOrDefault();
        return (reference.ValueKind == JsonValueKind.String ? reference.GetString() : reference.Text("id")) is { } url
            ? await FetchAsync(url, cancellationToken)
            : LinkedObject.None;
    }

    /// <summary>The object at an address; it has to say that it is the one of this address.</summary>
    internal async Task<LinkedObject> FetchAsync(string url, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address))
        {
            return new LinkedObject(default, FetchFailure.RefusedUrl, "What is named is no address.");
        }

        var answer = await fetcher.FetchAsync(new FetchRequest(address, FetchKind.OpenBadgesObject), cancellationToken);
        var document = answer.Body.IsEmpty ? default : FetchedJson.Read(answer.Body);
        return answer.Failure is { } failure ? new LinkedObject(document, failure, answer.Detail)
            : document.Text("id") == url ? new LinkedObject(document)
            : new LinkedObject(default, FetchFailure.NotFound, "What lies at the address is something else.");
    }
}
