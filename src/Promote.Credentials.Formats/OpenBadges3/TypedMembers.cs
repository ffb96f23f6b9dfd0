using System.Text.Json;

namespace Promote.Credentials.Formats.OpenBadges3;

/// <summary>Members in the forms that OB 3.0 uses everywhere.</summary>
internal static class TypedMembers
{
    extension(Utf8JsonWriter json)
    {
        /// <summary><c>"type": ["…"]</c>: OB 3.0's canonical form is an array even for one type.</summary>
        internal void WriteType(string type)
        {
            json.WriteStartArray("type"u8);
            json.WriteStringValue(type);
            json.WriteEndArray();
        }

        /// <summary>A picture, only where there is one: an Image object, since the schema takes no bare URL.</summary>
        internal void WriteImage(string? image)
        {
            if (image is not null)
            {
                json.WriteStartObject("image"u8);
                json.WriteString("id"u8, image);
                json.WriteString("type"u8, "Image"u8); // one string, as of IdentityObject; every other type is an array
                json.WriteEndObject();
            }
        }

        /// <summary>A number without trailing zeros: 2.50 and 2.5 are one value and must be the same bytes.</summary>
        internal void WriteCredits(ReadOnlySpan<byte> name, decimal credits) =>
            json.WriteNumber(name, credits / 1.0000000000000000000000000000m);
    }
}
