namespace Promote.Credentials.Server.Tests.Fixtures;

/// <summary>
/// A service on each database that sends its mail to a sink. What a test leaves unsent comes while the next one runs: where mails are
/// counted, a test leaves none.
/// </summary>
#pragma warning disable CA1001 // xunit disposes through IAsyncLifetime.
public sealed class StartedWithMail : StartedOnBoth
{
    private readonly MailSink sink = new();

    private protected override (string Name, string? Value)[] Settings => sink.Settings;

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await sink.DisposeAsync();
    }

    /// <summary>The service, an issuer of the test's own, and the sink as if it were new.</summary>
    internal async Task<(TestedService Service, Seed Seed, MailSink Sink)> WithSinkAsync(Database kind)
    {
        sink.Forget();
        var (service, seed) = await OnAsync(kind);
        return (service, seed, sink);
    }
}
