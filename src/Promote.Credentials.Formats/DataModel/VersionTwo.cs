namespace Promote.Credentials.Formats.DataModel;

/// <summary>The W3C data model in its version 2.0.</summary>
public static class VersionTwo
{
    /// <summary>The first context of every document (VC 2.0 §4.3).</summary>
    public const string Context = "https://www.w3.org/ns/credentials/v2";
}
