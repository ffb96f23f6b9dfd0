using Promote.Credentials.Domain.Refusals;

namespace Promote.Credentials.Server.Web.Problems;

/// <summary>What the <c>type</c> of a problem leads to: a sentence for people (RFC 9457 §3.1.1).</summary>
internal static class ProblemPage
{
    public static IResult Show(string id)
    {
        var code = Enum.GetValues<RefusalCode>().FirstOrDefault(code => string.Equals(new Refusal(code, "", "").Id, id, StringComparison.OrdinalIgnoreCase));
        return code == default
            ? Results.NotFound()
            : Results.Text($"{id.ToUpperInvariant()}: {ProblemDocument.Of([new(code, "", "")]).Title}.\n", "text/plain; charset=utf-8");
    }
}
