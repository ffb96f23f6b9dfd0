using System.Xml;
using Promote.Credentials.Server.Languages;

namespace Promote.Credentials.Server.Public.Reading;

/// <summary>An ISO 8601 duration as hours, or as it is written where it has none.</summary>
internal static class Workload
{
    public static string Describe(string duration, Texts texts)
    {
        try
        {
            return texts.Count("pages.workload.hours", decimal.Round((decimal)XmlConvert.ToTimeSpan(duration).TotalHours, 2));
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            return duration;
        }
    }
}
