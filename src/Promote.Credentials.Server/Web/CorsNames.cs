namespace Promote.Credentials.Server.Web;

/// <summary>Names of CORS policies.</summary>
internal static class CorsNames
{
    /// <summary>Any origin, without credentials, GET only: for documents that verifiers in browsers read.</summary>
    public const string Anyone = "anyone";
}
