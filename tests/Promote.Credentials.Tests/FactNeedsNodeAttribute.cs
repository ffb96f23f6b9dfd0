namespace Promote.Credentials.Tests;

/// <summary>
/// A fact that asks a program of <c>tests/Interop</c> about <see cref="Vectors"/>: skipped, with the reason printed, where
/// Node.js, its packages or the data are missing. Give it the trait <c>needs=node</c> too.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FactNeedsNodeAttribute : FactAttribute
{
    public FactNeedsNodeAttribute() => Skip = Vectors.Missing ?? Missing;

    private static string? Missing { get; } =
        !OnPath("node") ? "Node.js is not installed: apt-get install nodejs npm"
        : !Directory.Exists(Path.Combine(Repository.Root, "tests", "Interop", "node_modules")) ? "The packages of tests/Interop are missing: npm ci"
        : null;

    private static bool OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, program)) || File.Exists(Path.Combine(folder, $"{program}.exe")));
}
