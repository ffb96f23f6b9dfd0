using System.Net;

namespace Promote.Credentials.Server.Deliveries;

/// <summary>
/// What the mail about an award says, as text and as HTML. It names the achievement and never a result, and it has nothing
/// that a mail program would have to fetch: no picture, no font, no style sheet.
/// </summary>
internal static class AwardText
{
    /// <param name="wording">The language and the names.</param>
    /// <param name="learner">Who is greeted.</param>
    /// <param name="news">What happened.</param>
    /// <param name="link">The holder's link.</param>
    public static (string Text, string Html) Write(Wording wording, string learner, MailNews news, string link)
    {
        var texts = wording.Texts;
        var greeting = texts.Format("mail.greeting", ("name", learner));
        var open = texts["mail.open"];
        var keep = texts["mail.private"];
        var unexpected = texts.Format("mail.unexpected", ("issuer", wording.Issuer));
        string[] plain = [greeting, .. news.Sentences, $"{open}\n{link}", keep, unexpected, wording.Issuer];
        return (string.Join("\n\n", plain) + "\n", $"""
            <!DOCTYPE html>
            <html lang="{texts.Language.Tag}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{Encode(wording.Achievement)}</title></head>
            <body style="margin:0;padding:24px;background:#f4f5f7;color:#1c2430;font:16px/1.5 system-ui,sans-serif">
            <div style="max-width:560px;margin:0 auto;padding:28px;background:#fff;border-radius:8px">
            <p style="margin:0 0 16px">{Encode(greeting)}</p>
            <p style="margin:0 0 24px;font-size:18px">{Encode(string.Join(' ', news.Sentences))}</p>
            <p style="margin:0 0 12px">{Encode(open)}</p>
            <p style="margin:0 0 24px"><a href="{Encode(link)}" style="display:inline-block;padding:12px 20px;background:#1d4f91;color:#fff;text-decoration:none;border-radius:6px">{Encode(texts["mail.button"])}</a></p>
            <p style="margin:0 0 24px;font-size:14px;word-break:break-all">{Encode(link)}</p>
            <p style="margin:0 0 16px">{Encode(keep)}</p>
            <p style="margin:0 0 16px;font-size:14px;color:#4a5565">{Encode(unexpected)}</p>
            <p style="margin:0">{Encode(wording.Issuer)}</p>
            </div>
            </body>
            </html>

            """);
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
