using System.Diagnostics.Metrics;

namespace Promote.Credentials.Server.Web.Metrics;

/// <summary>What this service counts. Tags never hold anything about a person, an issuer or an address.</summary>
internal sealed class ServiceMetrics : IDisposable
{
    public const string MeterName = "Promote.Credentials";

    private readonly Meter meter;
    private readonly Counter<long> issued;
    private readonly Counter<long> refused;
    private readonly Counter<long> verified;
    private readonly Counter<long> webhooks;
    private readonly Histogram<double> signing;

    public ServiceMetrics(IMeterFactory meters)
    {
        meter = meters.Create(MeterName);
        issued = meter.CreateCounter<long>("promote.credentials.issued", description: "Documents signed and stored, by format.");
        refused = meter.CreateCounter<long>("promote.requests.refused", description: "Requests refused, by the code of the first reason.");
        verified = meter.CreateCounter<long>("promote.credentials.verified", description: "Verifications, by outcome.");
        webhooks = meter.CreateCounter<long>("promote.webhooks.sent", description: "Messages sent to webhooks, by outcome: taken or failed.");
        signing = meter.CreateHistogram<double>("promote.signing.duration", "s", "Time in which one document was signed and its own signature verified.");
    }

    public void Issued(string format) => issued.Add(1, new KeyValuePair<string, object?>("format", format));

    public void Refused(string code) => refused.Add(1, new KeyValuePair<string, object?>("code", code));

    public void Verified(string outcome) => verified.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    public void WebhookSent(bool taken) => webhooks.Add(1, new KeyValuePair<string, object?>("outcome", taken ? "taken" : "failed"));

    public void Signed(TimeSpan duration) => signing.Record(duration.TotalSeconds);

    public void Dispose() => meter.Dispose();
}
