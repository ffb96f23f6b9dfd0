using System.Globalization;

namespace Promote.Credentials.Domain.Refusals;

/// <summary>One reason why a request cannot be done, in a form that its sender can act on.</summary>
/// <param name="Code">The reason, from the closed list.</param>
/// <param name="Pointer">RFC 6901 pointer into the request body; empty for the whole body.</param>
/// <param name="Detail">One sentence that says what to change. It never repeats personal data.</param>
public sealed record Refusal(RefusalCode Code, string Pointer, string Detail)
{
    /// <summary>The stable id, <c>PC-R001</c> and so on.</summary>
    public string Id => string.Create(CultureInfo.InvariantCulture, $"PC-R{(int)Code:D3}");
}
