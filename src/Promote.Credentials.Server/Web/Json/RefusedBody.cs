using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Web.Json;

/// <summary>Carries the reasons against a body from the formatter to the answer.</summary>
internal sealed record RefusedBody(IReadOnlyList<Refusal> Refusals)
{
    /// <summary>What the framework answers with when binding failed: the body's refusals, else those of the query.</summary>
    public static IActionResult Answer(ActionContext context) => new Refused(
        context.HttpContext.Features.Get<RefusedBody>()?.Refusals ?? [.. Unbound(context)]);

    private static IEnumerable<Refusal> Unbound(ActionContext context) =>
        from entry in context.ModelState
        where entry.Value.Errors.Count > 0
        select entry.Key.Length == 0
            ? new Refusal(RefusalCode.MalformedJson, "", "Send a JSON body.")
            : new Refusal(RefusalCode.InvalidValue, "", $"The parameter {entry.Key} does not have the form that it takes.");
}
