using System.Text.Json;
using Promote.Credentials.LinkedData.JsonLd;
using Promote.Credentials.LinkedData.Rdfc;

namespace Promote.Credentials.Verification.DataModel;

/// <summary>JSON-LD in safe mode: no undefined term, no lost value, no unknown context, and nothing said under a name that readers do not look for (OB 3.0 §8.2, DATA_LOSS_DETECTION_ERROR).</summary>
internal static class LinkedDataTerms
{
    private static readonly JsonLdProcessor Processor = new(ContextRegistry.Embedded);

    internal static IEnumerable<FormatProblem> Check(JsonElement document)
    {
        try
        {
            return [.. NamedAsMeant.Check(document, Processor.ToRdf(document, JsonLdOptions.Credential))];
        }
        catch (JsonLdException loss)
        {
            return [new(loss.Pointer, $"JSON-LD: {loss.Code}.")];
        }
        catch (RdfcBudgetException)
        {
            return [new("", "JSON-LD: too costly to read.")];
        }
    }
}
