namespace Promote.Credentials.Server.Web;

/// <summary>Refuses a body that says it is packed: nothing is unpacked here, and reading it as if it were not would be a guess (RFC 9110 §15.5.16).</summary>
internal sealed class PackedBodies(RequestDelegate next)
{
    private const string Unpacked = "identity";

    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Headers.ContentEncoding is not { Count: > 0 } encoding || encoding == Unpacked)
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
        context.Response.Headers.AcceptEncoding = Unpacked;
        return Task.CompletedTask;
    }
}
