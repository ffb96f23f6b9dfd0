using System.Globalization;
using System.Xml;

namespace Promote.Credentials.Server.Public.Reading;

/// <summary>An ISO 8601 duration as hours, or as it is written where it has none.</summary>
internal static class Workload
{
    public static string Describe(string duration)
    {
        try
        {
            var hours = XmlConvert.ToTimeSpan(duration).TotalHours;
            return string.Create(CultureInfo.InvariantCulture, $"{hours:0.##} {(hours == 1 ? "hour" : "hours")}");
        }
        catch (FormatException)
        {
            return duration;
        }
    }
}
