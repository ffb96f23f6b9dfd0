using Microsoft.AspNetCore.Mvc.Formatters;
using Promote.Credentials.Domain.Refusals;

namespace Promote.Credentials.Server.Web.Json;

/// <summary>Reads every <c>[FromBody]</c> record: the only door for JSON into a slice.</summary>
internal sealed class StrictJsonFormatter : InputFormatter
{
    public StrictJsonFormatter()
    {
        SupportedMediaTypes.Add("application/json");
        SupportedMediaTypes.Add("application/*+json");
    }

    public override async Task<InputFormatterResult> ReadRequestBodyAsync(InputFormatterContext context)
    {
        var request = context.HttpContext.Request;
        var refusals = new List<Refusal>();
        var utf8 = await ReceivedBody.ReadAsync(request, StrictBody.MaxBytes, context.HttpContext.RequestAborted);
        context.HttpContext.Features.Set(new ReceivedBody(utf8));
        var value = StrictBody.Read(utf8, context.ModelType, refusals);
        if (refusals.Count == 0 && value is null)
        {
            refusals.Add(new(RefusalCode.InvalidValue, "", "Give an object."));
        }

        if (refusals.Count == 0)
        {
            return await InputFormatterResult.SuccessAsync(value!);
        }

        context.HttpContext.Features.Set(new RefusedBody(refusals));
        context.ModelState.AddModelError(context.ModelName, refusals[0].Id);
        return await InputFormatterResult.FailureAsync();
    }
}
