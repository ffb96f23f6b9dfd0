namespace Promote.Credentials.Server.Web;

/// <summary>Where the files of the pages are.</summary>
internal static class WebRoot
{
    /// <summary>Beside the published program, from whatever folder it is started; null where it was built only, and they are in the folder of the project.</summary>
    public static string? OfPublished { get; } = Path.Combine(AppContext.BaseDirectory, "wwwroot") is var folder && Directory.Exists(folder) ? folder : null;
}
