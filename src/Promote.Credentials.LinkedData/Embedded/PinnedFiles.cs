using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;

namespace Promote.Credentials.LinkedData.Embedded;

/// <summary>
/// The files of the folder <c>schemas/</c>, compiled into this assembly and pinned by its manifest: what a credential
/// means and what is accepted depend on them, so a file is hashed when it is first read and a changed one is refused.
/// </summary>
internal sealed class PinnedFiles
{
    private const string Manifest = "manifest.sha256";
    private const int DigestLength = 2 * SHA256.HashSizeInBytes;

    private readonly Func<string, byte[]> load;
    private readonly FrozenDictionary<string, string> digests;
    private readonly ConcurrentDictionary<string, byte[]> verified = new(StringComparer.Ordinal);

    /// <summary>Files found by <paramref name="load"/>, which gets a path relative to <c>schemas/</c>.</summary>
    public PinnedFiles(Func<string, byte[]> load)
    {
        this.load = load;
        digests = Text(load(Manifest))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .ToFrozenDictionary(line => line[(DigestLength + 2)..], line => line[..DigestLength], StringComparer.Ordinal);
    }

    /// <summary>The files of this assembly.</summary>
    public static PinnedFiles Shared { get; } = new(LoadResource);

    /// <summary>Every path that the manifest lists, such as <c>contexts/did-v1.jsonld</c>.</summary>
    public IReadOnlyCollection<string> Paths => digests.Keys;

    /// <summary>The bytes of a file, after its digest was compared with the manifest's.</summary>
    /// <exception cref="InvalidDataException">The file is not listed or is not the one that was pinned.</exception>
    public ReadOnlyMemory<byte> Read(string path) => verified.GetOrAdd(path, Verify);

    /// <summary>The rows of a file of tab-separated values.</summary>
    public IEnumerable<string[]> ReadTable(string path) =>
        Text(Read(path).Span).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t'));

    private static string Text(ReadOnlySpan<byte> utf8) => Encoding.UTF8.GetString(utf8);

    private static byte[] LoadResource(string path)
    {
        using var stream = typeof(PinnedFiles).Assembly.GetManifestResourceStream($"schemas/{path}")
            ?? throw new InvalidDataException($"The file schemas/{path} is not part of this assembly.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private byte[] Verify(string path)
    {
        if (!digests.TryGetValue(path, out var expected))
        {
            throw new InvalidDataException($"The file schemas/{path} is not listed in schemas/{Manifest}.");
        }

        var bytes = load(path);
        var actual = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return actual == expected
            ? bytes
            : throw new InvalidDataException($"The file schemas/{path} has the digest {actual}, but {expected} is pinned.");
    }
}
