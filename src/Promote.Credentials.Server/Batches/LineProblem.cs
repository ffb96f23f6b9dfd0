using Promote.Credentials.Domain.Refusals;

namespace Promote.Credentials.Server.Batches;

/// <summary>What stands against a line.</summary>
/// <param name="Column">The column to be mended; nothing where it is about the whole line.</param>
/// <param name="Code">Why, as in problem documents.</param>
/// <param name="Detail">What to do. It repeats nothing of the line.</param>
internal sealed record LineProblem(string? Column, string Code, string Detail)
{
    public static LineProblem Of(RefusalCode code, string? column, string detail) => new(column, new Refusal(code, "", detail).Id, detail);
}
