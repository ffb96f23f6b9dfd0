using System.Text.Encodings.Web;

namespace Promote.Credentials.Server.Public.Holder;

/// <summary>HTML that a holder pastes into a page of their own: the QR code as a picture that leads to the verification page.</summary>
internal static class EmbedCode
{
    public static string Of(string verificationUrl, string? achievement) =>
        $"""
        <a href="{Encoded(verificationUrl)}" rel="noopener"><img src="{Encoded(verificationUrl)}/qr.svg" alt="{Encoded(achievement ?? "")}" width="176" height="176"></a>
        """;

    private static string Encoded(string text) => HtmlEncoder.Default.Encode(text);
}
