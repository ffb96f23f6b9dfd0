using System.Text.Json;
using Promote.Credentials.Verification.DataModel;

namespace Promote.Credentials.Verification.Families;

/// <summary>A European Digital Credential (ELM 3).</summary>
internal sealed class Europass : Family
{
    internal override string Name => "europass";

    internal override string Standard => "European Digital Credentials";

    internal override IReadOnlyList<Func<JsonElement, IEnumerable<FormatProblem>>> Rules { get; } = [EuropassRules.Check];
}
