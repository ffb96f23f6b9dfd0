using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Promote.Credentials.LinkedData.Embedded;

/// <summary>
/// The files of <c>schemas/</c>, embedded at build. Each is compared with <c>schemas/manifest.sha256</c> when it is read,
/// so that no changed context or schema takes part in a signature.
/// </summary>
internal static class EmbeddedFiles
{
    private static readonly Assembly Home = typeof(EmbeddedFiles).Assembly;
    private static readonly Lazy<IReadOnlyDictionary<string, string>> Digests = new(ReadManifest);

    /// <summary>The bytes of a file, named relative to <c>schemas/</c>, such as <c>contexts/index.tsv</c>.</summary>
    /// <exception cref="InvalidOperationException">The file is not embedded, not in the manifest, or differs from it.</exception>
    public static byte[] Read(string path)
    {
        byte[] bytes = Load(path);
        string digest = Convert.ToHexStringLower(SHA256.HashData(bytes));
        if (!Digests.Value.TryGetValue(path, out string? expected) || digest != expected)
        {
            throw new InvalidOperationException($"schemas/{path} differs from schemas/manifest.sha256; nothing is signed or verified with it.");
        }

        return bytes;
    }

    private static Dictionary<string, string> ReadManifest()
    {
        // Lines as sha256sum writes them: digest, two spaces, path.
        var digests = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string line in Encoding.UTF8.GetString(Load("manifest.sha256")).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            digests.Add(line[66..].TrimEnd('\r'), line[..64].ToLower(CultureInfo.InvariantCulture));
        }

        return digests;
    }

    private static byte[] Load(string path)
    {
        using Stream stream = Home.GetManifestResourceStream("schemas/" + path)
            ?? throw new InvalidOperationException($"schemas/{path} is not embedded.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
