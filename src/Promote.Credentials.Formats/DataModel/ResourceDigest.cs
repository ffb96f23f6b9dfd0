using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Promote.Credentials.LinkedData;
using Promote.Credentials.LinkedData.JsonLd;

namespace Promote.Credentials.Formats.DataModel;

/// <summary><c>digestSRI</c> and <c>digestMultibase</c> of a related resource (VC 2.0 §5.3).</summary>
internal static class ResourceDigest
{
    // Multihash: sha2-256 is 0x12 with 32 bytes, sha2-384 is 0x20 with 48.
    private static readonly byte[] Sha256Header = [0x12, SHA256.HashSizeInBytes];
    private static readonly byte[] Sha384Header = [0x20, SHA384.HashSizeInBytes];

    /// <summary>Compares both members with what is known of the file at this URL.</summary>
    internal static DigestMatch Compare(string url, JsonElement resource)
    {
        var sri = resource.Member("digestSRI");
        var multibase = resource.Member("digestMultibase");
        DigestMatch[] matches = [.. Present(sri, text => OfSri(url, text)), .. Present(multibase, text => OfMultibase(url, text))];
        return matches.Length == 0 ? DigestMatch.None : matches.Min();
    }

    private static IEnumerable<DigestMatch> Present(JsonElement member, Func<string, DigestMatch> match) => member.ValueKind switch
    {
        JsonValueKind.Undefined => [],
        JsonValueKind.String => [match(member.GetString()!)],
        _ => [DigestMatch.Differs],
    };

    // Subresource Integrity §3.5: digests separated by spaces; what follows a question mark is an option.
    private static DigestMatch OfSri(string url, string text)
    {
        var matches = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(one => one.Split('?')[0].Split('-', 2)).Select(parts => parts switch
        {
            [var name, var base64] when name is "sha256" or "sha384" or "sha512" => Base64.IsValid(base64) ? OfBytes(url, Convert.FromBase64String(base64)) : DigestMatch.Differs,
            _ => DigestMatch.Differs,
        }).ToList();
        return matches.Count == 0 ? DigestMatch.Differs : matches.Min();
    }

    // The Recommendation's own example is the bare digest; others put a multihash header before it.
    private static DigestMatch OfMultibase(string url, string text)
    {
        if (!Multibase.TryDecode(text, out var bytes))
        {
            return DigestMatch.Differs;
        }

        return OfBytes(url, bytes.AsSpan().StartsWith(Sha256Header) && bytes.Length == Sha256Header.Length + SHA256.HashSizeInBytes
            || bytes.AsSpan().StartsWith(Sha384Header) && bytes.Length == Sha384Header.Length + SHA384.HashSizeInBytes ? bytes[2..] : bytes);
    }

    private static DigestMatch OfBytes(string url, byte[] digest) => (PublishedDigests.TryGet(url, out var sha256, out var sha384), digest.Length) switch
    {
        (_, not (SHA256.HashSizeInBytes or SHA384.HashSizeInBytes or SHA512.HashSizeInBytes)) => DigestMatch.Differs,
        (false, _) or (_, SHA512.HashSizeInBytes) => DigestMatch.Unknown,
        _ => digest.AsSpan().SequenceEqual(digest.Length == SHA256.HashSizeInBytes ? sha256.Span : sha384.Span) ? DigestMatch.Same : DigestMatch.Differs,
    };
}
