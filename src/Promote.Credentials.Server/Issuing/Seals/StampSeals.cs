using Promote.Credentials.Formats;
using Promote.Credentials.Formats.Linting;
using Promote.Credentials.Formats.Securing;
using Promote.Credentials.Server.Web;

namespace Promote.Credentials.Server.Issuing.Seals;

/// <summary>Gives the seals among signed documents their time, where an authority is configured.</summary>
internal sealed class StampSeals(TimeStampClient authority, TimeProvider time, ILogger<StampSeals> log)
{
    /// <summary>How long an authority that did not answer is left alone: each try may take seconds in which a client waits.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(20);

    private long restsUntil;

    /// <summary>The documents, their seals of level B-T where the authority answers. Null where a time is required and there is none: the award has to wait.</summary>
    public async Task<IReadOnlyList<SignedDocument>?> RunAsync(IReadOnlyList<SignedDocument> signed)
    {
        if (!authority.IsConfigured)
        {
            return signed;
        }

        var stamped = new List<SignedDocument>(signed.Count);
        foreach (var document in signed)
        {
            if (!IsSealed(document))
            {
                stamped.Add(document);
            }
            else if (await StampAsync(document) is { } withTime)
            {
                stamped.Add(withTime);
            }
            else if (authority.IsRequired)
            {
                return null;
            }
            else
            {
                stamped.Add(document);
            }
        }

        return stamped;
    }

    private static bool IsSealed(SignedDocument document) => FormatList.TryGet(document.Format, out var format) && format.Securing is Seal;

    private async Task<SignedDocument?> StampAsync(SignedDocument document)
    {
        if (time.GetUtcNow().UtcTicks < Volatile.Read(ref restsUntil))
        {
            return null;
        }

        // What is promised is finished: nobody cancels it, and the authority has its own limit of time.
        var result = await authority.StampAsync(document.Utf8, CancellationToken.None);
        if (result.Failure is null)
        {
            return Seal.WithTimeStamp(document, result.Token.Span);
        }

        Volatile.Write(ref restsUntil, (time.GetUtcNow() + Rest).UtcTicks);
        Log.NoTimeStamp(log, result.Detail);
        return null;
    }
}
