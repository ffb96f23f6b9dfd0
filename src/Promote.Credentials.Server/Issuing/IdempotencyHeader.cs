using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Issuing;
using Promote.Credentials.Server.Web.Json;

namespace Promote.Credentials.Server.Awards;

/// <summary>Reads <c>Idempotency-Key</c>: one header of 1 to 255 visible ASCII characters, or none.</summary>
internal static class IdempotencyHeader
{
    private const string Name = "Idempotency-Key";

    /// <summary>False when there is a header that is not a key.</summary>
    /// <param name="context">The request.</param>
    /// <param name="token">The key and what was asked for; null where there is no header.</param>
    /// <param name="about">What the path says: a key that was used for another thing with the same body was used with another request.</param>
    public static bool TryRead(HttpContext context, out IdempotencyToken? token, string about = "")
    {
        token = null;
        var values = context.Request.Headers[Name];
        if (values.Count == 0)
        {
            return true;
        }

        if (values is not [{ Length: > 0 and <= IdempotencyToken.MaxLength } key] || !key.All(letter => letter is > ' ' and < '\x7f'))
        {
            return false;
        }

        token = IdempotencyToken.Of(key, ReceivedBody.Of(context).Utf8, about);
        return true;
    }

    public static Refusal Refusal { get; } =
        new(RefusalCode.InvalidValue, "", "Send one Idempotency-Key of 1 to 255 visible ASCII characters, or none.");
}
