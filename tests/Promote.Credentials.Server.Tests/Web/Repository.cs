namespace Promote.Credentials.Server.Tests.Web;

/// <summary>Files of this repository, found from the folder of the running test assembly.</summary>
internal static class Repository
{
    public static string Read(params string[] path) => File.ReadAllText(Path.Combine([Root(), .. path]));

    internal static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Promote.Credentials.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
