using System.Net;
using Promote.Credentials.Domain.Text;

namespace Promote.Credentials.Server.Settings;

/// <summary>What single members of <see cref="MailSettings"/> cannot say about themselves.</summary>
internal static class MailSettingsCheck
{
    /// <exception cref="SettingsException">The section names no server, no sender, or half a login; the message never repeats a value.</exception>
    public static void Check(MailSettings mail)
    {
        if (mail.Host is null)
        {
            Refuse(mail != new MailSettings(), "Promote__Mail__Host is not set, but other keys of Promote__Mail are: set the name of the mail server or remove them.");
            return;
        }

        Refuse(mail.From is null || !EmailAddress.IsValid(mail.From), "Promote__Mail__From is not an e-mail address: set the one that mail to learners comes from.");
        Refuse((mail.UserName is null) != (mail.Password is null), "Promote__Mail__UserName and Promote__Mail__Password go together: set both or none.");
        Refuse(
            mail is { Password: not null, StartTls: false } && !IsThisMachine(mail.Host),
            "Promote__Mail__Password would go over the network in clear: set Promote__Mail__StartTls to true.");
    }

    private static bool IsThisMachine(string host) => host == "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private static void Refuse(bool wrong, string message)
    {
        if (wrong)
        {
            throw new SettingsException(message);
        }
    }
}
