using System.Globalization;

namespace Promote.Credentials.Verification;

/// <summary>Instants in English sentences.</summary>
internal static class Instants
{
    internal static string Sentence(DateTimeOffset instant) => instant.UtcDateTime.ToString("d MMMM yyyy 'at' HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
