using System.Globalization;

namespace Promote.Credentials.Server.Languages;

/// <summary>
/// The library that knows months and decimal commas. .NET ends by itself where it is not installed; where the environment turns
/// it off (<c>DOTNET_SYSTEM_GLOBALIZATION_INVARIANT</c>, as images without it do), every page would fail instead.
/// </summary>
internal static class Icu
{
    /// <summary>Whether cultures are known here.</summary>
    public static bool IsUsed()
    {
        try
        {
            return CultureInfo.GetCultureInfo("de-DE").DateTimeFormat.GetMonthName(3) == "März";
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }
}
