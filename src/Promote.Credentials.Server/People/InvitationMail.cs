using System.Net;
using Promote.Credentials.Domain.Issuers;
using Promote.Credentials.Domain.People;
using Promote.Credentials.Server.Languages;
using Promote.Credentials.Server.Mail;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Storage;

namespace Promote.Credentials.Server.People;

/// <summary>
/// Sends an invitation while whoever invites waits for it, within the limit of the mail settings: only this moment knows the link, and
/// whoever invites learns at once whether it went out.
/// </summary>
internal sealed class InvitationMail(IMail mail, PromoteSettings settings)
{
    /// <summary>Whether the mail server took it. Where there is none, whoever invites passes the link on.</summary>
    public async Task<bool> SendAsync(Issuer issuer, string email, IReadOnlyCollection<Role> roles, Uri link)
    {
        if (!mail.Available)
        {
            return false;
        }

        var texts = Texts.FirstOf(issuer.PrimaryLanguage);
        var name = issuer.Name.InOrElse(issuer.PrimaryLanguage, texts.Language.Tag);
        var invited = texts.Format("desk.mail.invited", ("issuer", name), ("roles", string.Join(", ", roles.Select(role => texts[$"desk.role.{RoleList.NameOf(role)}"]))));
        string[] sentences = [invited, texts["desk.mail.open"], link.AbsoluteUri, texts["desk.mail.ends"], texts["desk.mail.unexpected"]];
        var sent = await mail.SendAsync(new OutgoingMail
        {
            MessageId = $"{RandomId.New()}@{settings.PublicBaseUrl!.IdnHost}",
            SenderName = name,
            ReplyTo = issuer.Email,
            To = email,
            Language = texts.Language.Tag,
            Subject = texts.Format("desk.mail.subject", ("issuer", name)),
            Text = string.Join("\n\n", sentences) + "\n",
            Html = $"<!DOCTYPE html><html lang=\"{texts.Language.Tag}\"><head><meta charset=\"utf-8\"><title></title></head><body>{string.Concat(sentences.Select(sentence => $"<p>{Encode(sentence, link)}</p>"))}</body></html>",
        });
        return sent.Outcome == MailOutcome.Taken;
    }

    private static string Encode(string sentence, Uri link) =>
        sentence == link.AbsoluteUri ? $"<a href=\"{WebUtility.HtmlEncode(sentence)}\">{WebUtility.HtmlEncode(sentence)}</a>" : WebUtility.HtmlEncode(sentence);
}
