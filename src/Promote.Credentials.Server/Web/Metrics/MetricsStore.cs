using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Promote.Credentials.Server.Web.Metrics;

/// <summary>Adds up what this service's instruments, and ASP.NET Core's one for requests, measure since the start.</summary>
internal sealed class MetricsStore : IDisposable
{
    private const string RequestDuration = "http.server.request.duration";

    private readonly ConcurrentDictionary<Instrument, ConcurrentDictionary<string, Series>> series = new();
    private readonly MeterListener listener = new();

    public MetricsStore(IMeterFactory meters)
    {
        listener.InstrumentPublished = (instrument, self) =>
        {
            // Meters of another host in this process (a test) are not ours.
            if (ReferenceEquals(instrument.Meter.Scope, meters) && (instrument.Meter.Name == ServiceMetrics.MeterName || instrument.Name == RequestDuration))
            {
                self.EnableMeasurementEvents(instrument, series.GetOrAdd(instrument, _ => new()));
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, state) => Add(state, instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, state) => Add(state, instrument, value, tags));
        listener.Start();
    }

    /// <summary>All instruments that measured something, by name, with their series by labels.</summary>
    public IEnumerable<(Instrument Instrument, IEnumerable<KeyValuePair<string, Series>> Series)> Read() =>
        from entry in series
        orderby entry.Key.Name
        select (entry.Key, (IEnumerable<KeyValuePair<string, Series>>)entry.Value.OrderBy(one => one.Key, StringComparer.Ordinal));

    public void Dispose() => listener.Dispose();

    private static void Add(object? state, Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        ((ConcurrentDictionary<string, Series>)state!)
            .GetOrAdd(PrometheusText.Labels(tags), static (_, histogram) => new Series(histogram), instrument is Histogram<double>)
            .Add(value);
}
