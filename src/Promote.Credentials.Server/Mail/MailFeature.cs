using Promote.Credentials.Server.Settings;

namespace Promote.Credentials.Server.Mail;

/// <summary>Mail over SMTP where <c>Promote:Mail</c> names a server.</summary>
internal static class MailFeature
{
    public static IServiceCollection AddMail(this IServiceCollection services, PromoteSettings settings) => settings.Mail.Host is null
        ? services.AddSingleton<IMail, NoMail>()
        : services.AddSingleton<IMail>(new SmtpMail(settings.Mail));
}
