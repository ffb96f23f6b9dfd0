using System.Text.RegularExpressions;

namespace Promote.Credentials.Server.Public.Reading;

/// <summary>An achievementType or resultType as words: <c>CertificateOfCompletion</c> is "Certificate of completion".</summary>
internal static partial class TypeName
{
    public static string Describe(string type) => type switch
    {
        "" => "",
        "MicroCredential" => "Micro-credential",
        _ when type.StartsWith("ext:", StringComparison.Ordinal) => type["ext:".Length..],
        _ => type[..1] + WordStart().Replace(type[1..], word => $" {char.ToLowerInvariant(word.Value[0])}"),
    };

    [GeneratedRegex("[A-Z]", RegexOptions.CultureInvariant)]
    private static partial Regex WordStart();
}
