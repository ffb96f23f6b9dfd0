using Promote.Credentials.Server.Mail;

namespace Promote.Credentials.Server.Tests.Mail;

public sealed class MimeMessageTests
{
    [Fact]
    public void No_text_can_begin_another_header()
    {
        using var message = MimeMessage.Of(Sample with { Subject = "One\r\nBcc: all@example.org", SenderName = "Centre\nBcc: all@example.org" }, "badges@example.org");

        Assert.Empty(message.Bcc);
        Assert.DoesNotContain(message.Subject, char.IsControl);
        Assert.DoesNotContain(message.From!.DisplayName, char.IsControl);
    }

    [Theory]
    [InlineData("ioana@prison.example\r\nBcc: all@example.org")]
    [InlineData("ioana@prison.example, all@example.org")]
    [InlineData("")]
    public void What_is_not_one_address_is_no_receiver(string to) =>
        Assert.Throws<FormatException>(() => MimeMessage.Of(Sample with { To = to }, "badges@example.org"));

    [Fact]
    public void Answers_go_to_the_issuer()
    {
        using var message = MimeMessage.Of(Sample with { ReplyTo = "office@cove.example" }, "badges@example.org");

        Assert.Equal("office@cove.example", Assert.Single(message.ReplyToList).Address);
        Assert.Equal("badges@example.org", message.From!.Address);
    }

    [Fact]
    public void A_mail_does_not_show_itself_in_a_log() => Assert.Equal("OutgoingMail ***", Sample.ToString());

    private static OutgoingMail Sample { get; } = new()
    {
        MessageId = "1@example.org", SenderName = "Centre", To = "ioana@prison.example", Language = "en", Subject = "Subject", Text = "Text", Html = "<p>Text</p>",
    };
}
