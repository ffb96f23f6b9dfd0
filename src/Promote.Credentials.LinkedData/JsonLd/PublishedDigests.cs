using System.Collections.Frozen;
using Promote.Credentials.LinkedData.Embedded;

namespace Promote.Credentials.LinkedData.JsonLd;

/// <summary>The digests of contexts as their publishers serve them, byte for byte: the embedded ones say the same in other bytes.</summary>
public static class PublishedDigests
{
    private static readonly Lazy<FrozenDictionary<string, (byte[] Sha256, byte[] Sha384)>> Digests = new(() =>
        PinnedFiles.Shared.ReadTable("contexts/published-digests.tsv")
            .ToFrozenDictionary(row => row[0], row => (Convert.FromHexString(row[1]), Convert.FromHexString(row[2])), StringComparer.Ordinal));

    /// <summary>Finds the digests of the file at a URL; false where they are not known here.</summary>
    public static bool TryGet(string url, out ReadOnlyMemory<byte> sha256, out ReadOnlyMemory<byte> sha384)
    {
        var known = Digests.Value.TryGetValue(url, out var digests);
        (sha256, sha384) = (digests.Sha256, digests.Sha384);
        return known;
    }
}
