namespace Promote.Credentials.Benchmarks.Samples;

/// <summary>The checkout that this program was built from.</summary>
internal static class Repository
{
    internal static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "Promote.Credentials.sln")) ? folder : Find(Path.GetDirectoryName(folder)!);
}
