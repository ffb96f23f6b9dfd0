using System.Security.Cryptography;
using Promote.Credentials.LinkedData.Embedded;

namespace Promote.Credentials.Tests.LinkedData.Embedded;

public sealed class PinnedFilesTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "schemas");

    [Fact]
    public void The_manifest_lists_exactly_the_files_there_are()
    {
        var files = Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/'))
            .Except(["README.md", "manifest.sha256"]);

        Assert.Equal(files.Order(StringComparer.Ordinal), PinnedFiles.Shared.Paths.Order(StringComparer.Ordinal));
    }

    // The controlled lists are compiled into Domain and what a search finds of ESCO into the server, whose tests compare them.
    [Fact]
    public void Every_embedded_file_is_the_one_in_the_folder_and_has_its_digest() =>
        Assert.All(PinnedFiles.Shared.Paths.Where(path => !path.StartsWith("lists/", StringComparison.Ordinal) && !path.StartsWith("esco/", StringComparison.Ordinal)), path =>
            Assert.Equal(File.ReadAllBytes(Path.Combine(Folder, path)), PinnedFiles.Shared.Read(path).ToArray()));

    [Fact]
    public void A_changed_byte_is_refused_at_first_use()
    {
        foreach (var changed in PinnedFiles.Shared.Paths)
        {
            var files = new PinnedFiles(path =>
            {
                var bytes = File.ReadAllBytes(Path.Combine(Folder, path));
                bytes[bytes.Length / 2] ^= path == changed ? (byte)1 : (byte)0;
                return bytes;
            });

            var refusal = Assert.Throws<InvalidDataException>(() => files.Read(changed));
            Assert.Contains(changed, refusal.Message, StringComparison.Ordinal);
            Assert.All(files.Paths.Where(path => path != changed), path => Assert.False(files.Read(path).IsEmpty));
        }
    }

    [Fact]
    public void A_file_that_the_manifest_does_not_list_is_refused() =>
        Assert.Throws<InvalidDataException>(() => PinnedFiles.Shared.Read("manifest.sha256"));

    [Fact]
    public void A_file_is_loaded_and_hashed_once()
    {
        var loads = 0;
        var files = new PinnedFiles(path =>
        {
            loads += path == "a" ? 1 : 0;
            return path == "a" ? [1] : System.Text.Encoding.ASCII.GetBytes($"{Convert.ToHexStringLower(SHA256.HashData([1]))}  a\n");
        });

        files.Read("a");
        files.Read("a");

        Assert.Equal(1, loads);
    }
}
