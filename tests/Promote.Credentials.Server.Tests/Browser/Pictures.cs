namespace Promote.Credentials.Server.Tests.Browser;

/// <summary>Where screenshots go: into the folder that <c>PROMOTE_TEST_SCREENSHOTS</c> names, else <c>artifacts/screenshots</c> in the folder that <c>tests/run</c> names or in the repository.</summary>
internal static class Pictures
{
    private static readonly string Folder = Directory.CreateDirectory(
        Environment.GetEnvironmentVariable("PROMOTE_TEST_SCREENSHOTS") is { Length: > 0 } given ? given : Path.Combine(Artifacts(), "screenshots")).FullName;

    public static string FileOf(string name) => Path.Combine(Folder, $"{name}.png");

    private static string Artifacts() =>
        Environment.GetEnvironmentVariable("PROMOTE_TEST_ARTIFACTS") is { Length: > 0 } given ? given : Path.Combine(Root(), "artifacts");

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder.Parent is { } parent && !File.Exists(Path.Combine(folder.FullName, "Promote.Credentials.sln")))
        {
            folder = parent;
        }

        return folder.FullName;
    }
}
