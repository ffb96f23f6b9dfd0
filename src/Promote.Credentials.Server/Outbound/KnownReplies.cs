using System.Net;
using Promote.Credentials.Verification.Ports;

namespace Promote.Credentials.Server.Outbound;

/// <summary>Asks only when what is kept is no longer good (RFC 9111 §4). What is not good is never used in place of an answer that fails.</summary>
internal sealed class KnownReplies(Exchange exchange, ReplyCache cache, OutboundLimits limits, TimeProvider time)
{
    /// <summary>The answer of an address, and whether its body was kept.</summary>
    public async Task<(Reply Reply, bool Kept)> AskAsync(Uri url, FetchKind kind, CancellationToken cancellationToken)
    {
        // Every kind asks for media types of its own (RFC 9111 §4.1).
        var key = $"{kind} {url.AbsoluteUri}";
        var known = cache.Find(key);

        // What came in the future came before the clock was set back: nobody knows how old it is.
        var now = time.GetUtcNow();
        if (known is not null && now >= known.ReceivedAt && now - known.BornAt < Lifetime(known))
        {
            return (known, true);
        }

        if (known?.HasValidator != true)
        {
            known = null;
        }

        var reply = await exchange.AskAsync(url, kind, known, cancellationToken);
        var confirmed = known is not null && reply.Status == HttpStatusCode.NotModified;
        if (confirmed)
        {
            reply = Renewed(known!, reply);
        }

        Keep(key, kind, reply);
        return (reply, confirmed);
    }

    // An answer that fails for now takes nothing from what is kept: a 503 or a redirect is not the document.
    private void Keep(string key, FetchKind kind, Reply reply)
    {
        if (kind.MayBeKept && reply.MayBeKept)
        {
            cache.Keep(key, reply);
        }
        else if (!reply.Rules.MayStore)
        {
            cache.Forget(key);
        }
    }

    private TimeSpan Lifetime(Reply reply)
    {
        var said = reply.Rules.Lifetime ?? limits.UnsaidFreshness;
        return said < limits.MaxFreshness ? said : limits.MaxFreshness;
    }

    /// <summary>RFC 9111 §4.3.4: the fields of a 304 are those of the answer from now on; what it leaves out stays.</summary>
    private static Reply Renewed(Reply known, Reply confirmation) => known with
    {
        Rules = confirmation.Rules with { Lifetime = confirmation.Rules.Lifetime ?? known.Rules.Lifetime },
        BornAt = confirmation.BornAt,
        ReceivedAt = confirmation.ReceivedAt,
        Tag = confirmation.Tag ?? known.Tag,
        LastModified = confirmation.LastModified ?? known.LastModified,
    };
}
