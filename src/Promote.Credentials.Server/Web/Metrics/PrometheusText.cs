using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Promote.Credentials.Server.Web.Metrics;

/// <summary>Writes the text format that Prometheus reads, version 0.0.4.</summary>
internal static class PrometheusText
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    private static readonly string[] LabelsKept = ["format", "code", "outcome", "http.request.method", "http.route", "http.response.status_code"];

    /// <summary>The labels of a measurement, in a fixed order: <c>code="PC-R004"</c>.</summary>
    public static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var text = new StringBuilder();
        foreach (var label in LabelsKept)
        {
            foreach (var (name, value) in tags)
            {
                if (name == label)
                {
                    text.Append(text.Length == 0 ? "" : ",").Append(CultureInfo.InvariantCulture, $"{Name(name)}=\"{Escape(value)}\"");
                }
            }
        }

        return text.ToString();
    }

    public static string Write(MetricsStore store)
    {
        var text = new StringBuilder();
        foreach (var (instrument, series) in store.Read())
        {
            var name = Name(instrument.Name) + (instrument is Histogram<double> ? "_seconds" : "_total");
            text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {instrument.Description}\n# TYPE {name} {(instrument is Histogram<double> ? "histogram" : "counter")}\n");
            foreach (var (labels, one) in series)
            {
                Append(text, name, labels, one);
            }
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, string name, string labels, Series series)
    {
        var (sum, count, buckets) = series.Read();
        if (buckets.Length == 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"{name}{Braces(labels)} {sum}\n");
            return;
        }

        for (var i = 0; i < buckets.Length; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{Braces(labels, $"le=\"{Series.Bounds[i].ToString(CultureInfo.InvariantCulture)}\"")} {buckets[i]}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{Braces(labels, "le=\"+Inf\"")} {count}\n");
        text.Append(CultureInfo.InvariantCulture, $"{name}_sum{Braces(labels)} {sum}\n{name}_count{Braces(labels)} {count}\n");
    }

    private static string Braces(string labels, string more = "") => (labels, more) switch
    {
        ("", "") => "",
        ("", _) or (_, "") => $"{{{labels}{more}}}",
        _ => $"{{{labels},{more}}}",
    };

    private static string Name(string name) => name.Replace('.', '_');

    private static string Escape(object? value) => (Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")
        .Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal);
}
