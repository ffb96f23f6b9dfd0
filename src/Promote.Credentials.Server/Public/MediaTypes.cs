namespace Promote.Credentials.Server.Public;

/// <summary>Media types of public documents.</summary>
internal static class MediaTypes
{
    public const string Json = "application/json; charset=utf-8";
    public const string LinkedData = "application/ld+json";
    public const string Credential = "application/vc";
    public const string Pdf = "application/pdf";
    public const string KeySet = "application/jwk-set+json";
}
