using Promote.Credentials.Domain.Assessments;

namespace Promote.Credentials.Server.Desk;

/// <summary>An item of a portfolio in the form of an assessment.</summary>
/// <param name="Row">Its place in the form.</param>
/// <param name="Outcome">The outcome that it shows.</param>
/// <param name="Item">What is there; null for an empty one.</param>
/// <param name="File">The place for its file.</param>
internal sealed record PortfolioField(int Row, int Outcome, PortfolioItem? Item, FileField File)
{
    /// <summary>Says nothing, so that no log or message can show a person.</summary>
    public override string ToString() => "PortfolioField ***";
}
