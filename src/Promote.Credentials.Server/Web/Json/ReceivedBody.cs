using System.Buffers;
using Microsoft.AspNetCore.Http.Features;

namespace Promote.Credentials.Server.Web.Json;

/// <summary>The bytes of the request body as they came, for operations that compare or hash them.</summary>
internal sealed record ReceivedBody(ReadOnlyMemory<byte> Utf8)
{
    public static ReceivedBody Of(HttpContext context) => context.Features.GetRequiredFeature<ReceivedBody>();

    // One byte more than is taken, so that a body without Content-Length is found out as well.
    public static async Task<byte[]> ReadAsync(HttpRequest request, int maxBytes, CancellationToken cancellationToken)
    {
        var read = await request.BodyReader.ReadAtLeastAsync(maxBytes + 1, cancellationToken);
        var utf8 = BuffersExtensions.ToArray(read.Buffer);
        request.BodyReader.AdvanceTo(read.Buffer.End);
        return utf8;
    }
}
