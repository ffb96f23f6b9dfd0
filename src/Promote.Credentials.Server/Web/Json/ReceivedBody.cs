using Microsoft.AspNetCore.Http.Features;

namespace Promote.Credentials.Server.Web.Json;

/// <summary>The bytes of the request body as they came, for operations that compare or hash them.</summary>
internal sealed record ReceivedBody(ReadOnlyMemory<byte> Utf8)
{
    public static ReceivedBody Of(HttpContext context) => context.Features.GetRequiredFeature<ReceivedBody>();
}
