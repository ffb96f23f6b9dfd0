namespace Promote.Credentials.Formats.DataModel;

/// <summary>The W3C data model in its version 1.1.</summary>
public static class VersionOne
{
    /// <summary>The first context of every document (VC 1.1 §4.1).</summary>
    public const string Context = "https://www.w3.org/2018/credentials/v1";
}
