using System.Globalization;

namespace Promote.Credentials.Server.Public.Reading;

/// <summary>A language tag as a reader wants it: in the language's own words.</summary>
internal static class LanguageName
{
    public static string Of(string tag)
    {
        try
        {
            return CultureInfo.GetCultureInfo(tag).NativeName;
        }
        catch (CultureNotFoundException)
        {
            return tag;
        }
    }
}
