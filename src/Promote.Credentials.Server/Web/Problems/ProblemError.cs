using Promote.Credentials.Domain.Refusals;

namespace Promote.Credentials.Server.Web.Problems;

/// <summary>One reason in a problem document.</summary>
/// <param name="Pointer">RFC 6901 pointer into the request body; empty for the whole.</param>
/// <param name="Code">Stable id of the reason.</param>
/// <param name="Detail">What to change.</param>
internal sealed record ProblemError(string Pointer, string Code, string Detail)
{
    public static ProblemError Of(Refusal refusal) => new(refusal.Pointer, refusal.Id, refusal.Detail);
}
