using System.Globalization;
using System.Text;
using Promote.Credentials.Server.Webhooks;

namespace Promote.Credentials.Server.Tests.Webhooks;

public sealed class WebhookSignatureTests
{
    [Fact]
    public void The_published_example_gets_the_published_signature()
    {
        // The example that the libraries of Standard Webhooks are tested with.
        var key = Convert.FromBase64String("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        var at = DateTimeOffset.FromUnixTimeSeconds(1614265330);

        var fields = WebhookSignature.Fields("msg_p5jXN8AQM9LWM0D4loKWxJek", at, Encoding.UTF8.GetBytes("""{"test": 2432232314}"""), [key]);

        Assert.Equal("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", fields["webhook-signature"]);
        Assert.Equal(at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), fields["webhook-timestamp"]);
    }
}
