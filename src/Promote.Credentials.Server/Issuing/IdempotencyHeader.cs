using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Web.Json;

namespace Promote.Credentials.Server.Issuing;

/// <summary>Reads <c>Idempotency-Key</c>: one header of 1 to 255 visible ASCII characters, or none.</summary>
internal static class IdempotencyHeader
{
    private const string Name = "Idempotency-Key";

    public static Refusal Refusal { get; } =
        new(RefusalCode.InvalidValue, "", $"Send one {Name} of 1 to {IdempotencyToken.MaxLength} visible ASCII characters, or none.");

    /// <summary>False when there is a header that is not a key.</summary>
    /// <param name="request">The request.</param>
    /// <param name="key">The key; null where there is no header.</param>
    public static bool TryReadKey(HttpRequest request, out string? key)
    {
        key = null;
        var values = request.Headers[Name];
        if (values.Count == 0)
        {
            return true;
        }

        key = values.Count == 1 ? values[0] : null;
        return key is { Length: > 0 and <= IdempotencyToken.MaxLength } && key.All(letter => letter is > ' ' and < '\x7f');
    }

    /// <summary>The same, with what was asked for.</summary>
    /// <param name="context">The request.</param>
    /// <param name="token">The key and what was asked for; null where there is no header.</param>
    /// <param name="about">What the path says: a key that was used for another thing with the same body was used with another request.</param>
    public static bool TryRead(HttpContext context, out IdempotencyToken? token, string about = "")
    {
        var isGood = TryReadKey(context.Request, out var key);
        token = isGood && key is not null ? IdempotencyToken.Of(key, ReceivedBody.Of(context).Utf8, about) : null;
        return isGood;
    }
}
