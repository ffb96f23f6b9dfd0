using System.Globalization;
using System.Text.Json;

namespace Promote.Credentials.Formats;

/// <summary>Members in the forms that every format uses.</summary>
internal static class JsonMembers
{
    extension(Utf8JsonWriter json)
    {
        /// <summary>A member that is left out when there is nothing to say: no format here takes null, and an empty text says nothing.</summary>
        internal void WriteOptional(ReadOnlySpan<byte> name, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                json.WriteString(name, value);
            }
        }

        /// <summary>A DateTimeZ in whole seconds, so that a JWT's nbf and exp can say the same.</summary>
        internal void WriteInstant(ReadOnlySpan<byte> name, DateTimeOffset? instant)
        {
            if (instant is { } given)
            {
                json.WriteString(name, given.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            }
        }
    }
}
