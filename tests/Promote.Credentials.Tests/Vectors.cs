namespace Promote.Credentials.Tests;

/// <summary>Published test data beside the repository, at <c>../shared/vectors</c>.</summary>
internal static class Vectors
{
    public static string Folder { get; } = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "vectors"));

    /// <summary>Why the tests that read the data are skipped; null where it is there.</summary>
    public static string? Missing { get; } = Directory.Exists(Folder) ? null : $"{Folder} is not there";

    public static string PathOf(string relative) => Path.Combine(Folder, relative);

    public static byte[] Read(string relative) => File.ReadAllBytes(PathOf(relative));
}
