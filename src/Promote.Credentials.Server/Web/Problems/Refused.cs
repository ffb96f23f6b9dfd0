using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Web.Metrics;

namespace Promote.Credentials.Server.Web.Problems;

/// <summary>The answer of an operation that refuses: a problem document, counted by its code.</summary>
internal sealed class Refused(IReadOnlyList<Refusal> refusals) : IActionResult, IResult
{
    public Refused(Refusal refusal)
        : this([refusal])
    {
    }

    public Refused(RefusalCode code, string pointer, string detail)
        : this(new Refusal(code, pointer, detail))
    {
    }

    /// <summary>Every reason.</summary>
    public IReadOnlyList<Refusal> Refusals => refusals;

    /// <summary>The same for what never was and for what belongs to another issuer.</summary>
    public static Refusal Nothing { get; } = new(RefusalCode.NotFound, "", "There is no such thing, or it is not this client's.");

    /// <summary>The answer with <see cref="Nothing"/>.</summary>
    public static Refused NotFound() => new(Nothing);

    public Task ExecuteResultAsync(ActionContext context) => ExecuteAsync(context.HttpContext);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.RequestServices.GetRequiredService<ServiceMetrics>().Refused(refusals[0].Id);
        return ProblemDocument.Of(refusals).WriteAsync(httpContext);
    }
}
