using System.Buffers.Text;
using System.Security.Cryptography;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.People;

/// <summary>A secret that somebody holds in a link or a cookie: 256 random bits, of which only the hash is stored.</summary>
/// <param name="Text">What is handed out, once.</param>
internal sealed record SecretToken(string Text)
{
    private const int Bytes = 32;

    public static SecretToken Create() => new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes)));

    /// <summary>What is stored.</summary>
    public byte[] Hash => ApiKeyToken.HashOf(Text);

    /// <summary>Whether a text has the form of one; a text that has not is not looked up.</summary>
    public static bool IsOne(string? text) => text is not null && Base64Url.IsValid(text, out var bytes) && bytes == Bytes;

    /// <summary>Says nothing, so that no log or message can show it.</summary>
    public override string ToString() => "SecretToken ***";
}
