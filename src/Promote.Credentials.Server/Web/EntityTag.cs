using System.Globalization;
using Microsoft.Net.Http.Headers;
using Promote.Credentials.Domain.Refusals;

namespace Promote.Credentials.Server.Web;

/// <summary>Keeps one change from overwriting another unseen (RFC 9110 §13.1.1): a thing carries a tag, a change names the tag it saw.</summary>
internal static class EntityTag
{
    public static string Of(int revision) => string.Create(CultureInfo.InvariantCulture, $"\"{revision}\"");

    /// <summary>Why the request may not change the thing that has this tag now; null when it may.</summary>
    public static Refusal? WhyNot(HttpRequest request, string current, bool required = true)
    {
        if (request.Headers.IfMatch.Count == 0)
        {
            return !required ? null : new(RefusalCode.MissingPrecondition, "", "Send If-Match with the ETag of the thing as you read it.");
        }

        var tag = new EntityTagHeaderValue(current);
        return EntityTagHeaderValue.TryParseList(request.Headers.IfMatch, out var seen)
            && seen.Any(one => one.Tag == "*" || one.Compare(tag, useStrongComparison: true))
            ? null
            : Stale;
    }

    /// <summary>The thing is not what the request saw.</summary>
    public static Refusal Stale { get; } = new(RefusalCode.Stale, "", "It was changed since you read it: read it again and repeat the change.");
}
