using Promote.Credentials.Formats.OpenBadges3.Views;
using Promote.Credentials.Server.Languages;
using Promote.Credentials.Server.Public.Reading;

namespace Promote.Credentials.Server.Public;

/// <summary>What a chat or a network shows of a page that somebody posts there (Open Graph, Twitter cards). It is about the achievement, never about the person.</summary>
/// <param name="Title">What the page is.</param>
/// <param name="Description">One or two sentences.</param>
/// <param name="Address">The page's one address, in no language of its own.</param>
/// <param name="Picture">Address of a picture of this service, or null.</param>
/// <param name="PictureText">What it shows.</param>
internal sealed record Preview(string Title, string? Description, string Address, string? Picture = null, string? PictureText = null)
{
    private const int LongestDescription = 300;

    public static Preview Of(VerificationSheet sheet, Texts texts, Uri publicBaseUrl)
    {
        var (verdict, achievement) = (Verdict.Of(sheet.Report, texts), sheet.Badge?.Achievement);
        return new(
            achievement?.Name is { } name ? $"{verdict.Headline} · {name}" : verdict.Headline,
            $"{verdict.Explanation} {IssuedBy.Text(sheet.Badge, texts)}".Trim(),
            sheet.Address,
            PictureOf(achievement?.Image, publicBaseUrl),
            achievement?.Name);
    }

    public static Preview Of(AchievementView achievement, string address, Uri publicBaseUrl) =>
        new(achievement.Name ?? "", Plain(achievement.Description), address, PictureOf(achievement.Image, publicBaseUrl), achievement.Name);

    public static Preview Of(ProfileView issuer, string address, Uri publicBaseUrl) =>
        new(issuer.Name ?? "", Plain(issuer.Description), address, PictureOf(issuer.Image, publicBaseUrl), issuer.Name);

    // Few that show previews draw SVG: where a picture of ours has a form in pixels, it is that one.
    private static string? PictureOf(string? image, Uri publicBaseUrl) =>
        OwnPicture.PathOf(image, publicBaseUrl) is not { } path ? null
        : path.EndsWith("/image", StringComparison.Ordinal) ? $"{publicBaseUrl.GetLeftPart(UriPartial.Authority)}{path}.png"
        : $"{publicBaseUrl.GetLeftPart(UriPartial.Authority)}{path}";

    private static string? Plain(string? markdown)
    {
        var text = string.Join(' ', PlainMarkdown.Read(markdown).SelectMany(block => block.Lines));
        return text.Length == 0 ? null : text.Length <= LongestDescription ? text : $"{text[..LongestDescription]}…";
    }
}
