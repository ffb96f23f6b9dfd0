using System.Buffers.Text;
using Promote.Credentials.Formats;

namespace Promote.Credentials.Server.Storage;

/// <summary>Ids that may stand in a URL: 128 random bits as 22 characters base64url, so that none can be guessed or counted.</summary>
internal static class RandomId
{
    public const int Length = 22;
    private const int Bytes = 16;

    public static string New()
    {
        Span<byte> random = stackalloc byte[Bytes];
        RandomBits.Fill(random);
        return Base64Url.EncodeToString(random);
    }

    /// <summary>Whether a text has the form of an id; a text that has not is not looked up.</summary>
    public static bool IsOne(string? text) =>
        text is { Length: Length } && Base64Url.IsValid(text, out var bytes) && bytes == Bytes;
}
