namespace Promote.Credentials.Fuzz.Seeds;

/// <summary>The checkout that this program was built from.</summary>
internal static class Repository
{
    internal static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>The files of a folder that match a pattern, in the order of their names.</summary>
    internal static IReadOnlyList<byte[]> Files(string folder, string pattern) => Read(Path.Combine(Root, folder), pattern);

    /// <summary>The same for the published test data beside the repository; none where it is not there.</summary>
    internal static IReadOnlyList<byte[]> Vectors(string folder, string pattern) => Read(Path.Combine(Root, "..", "shared", "vectors", folder), pattern);

    private static byte[][] Read(string folder, string pattern) => Directory.Exists(folder)
        ? [.. Directory.GetFiles(folder, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)]
        : [];

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "Promote.Credentials.sln")) ? folder : Find(Path.GetDirectoryName(folder)!);
}
