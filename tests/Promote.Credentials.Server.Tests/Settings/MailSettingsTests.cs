using Promote.Credentials.Server.Settings;

namespace Promote.Credentials.Server.Tests.Settings;

public sealed class MailSettingsTests
{
    private static MailSettings Good { get; } = new() { Host = "mail.example", From = "badges@promote.example", UserName = "badges", Password = "secret-of-the-mail" };

    [Fact]
    public void A_server_and_a_sender_are_enough()
    {
        MailSettingsCheck.Check(new MailSettings());
        MailSettingsCheck.Check(Good);
        MailSettingsCheck.Check(Good with { UserName = null, Password = null });
        MailSettingsCheck.Check(Good with { Host = "127.0.0.1", StartTls = false });
    }

    [Fact]
    public void What_is_missing_is_named_and_no_value_is_shown()
    {
        AssertRefused(Good with { Host = null }, "Promote__Mail__Host");
        AssertRefused(Good with { From = null }, "Promote__Mail__From");
        AssertRefused(Good with { From = "badges" }, "Promote__Mail__From");
        AssertRefused(Good with { UserName = null }, "Promote__Mail__UserName");
        AssertRefused(Good with { StartTls = false }, "Promote__Mail__StartTls");
        Assert.DoesNotContain("secret", Good.ToString(), StringComparison.Ordinal);
    }

    private static void AssertRefused(MailSettings settings, string key)
    {
        var refused = Assert.Throws<SettingsException>(() => MailSettingsCheck.Check(settings));
        Assert.Contains(key, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refused.Message, StringComparison.Ordinal);
    }
}
