using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Desk;

/// <summary>A line in a list of awards.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Learner">Who earned it; null once they are erased.</param>
/// <param name="Achievement">What, in the language of the page.</param>
/// <param name="Status">Whether it holds.</param>
/// <param name="At">When it was awarded.</param>
internal sealed record ListedAward(string Id, string? Learner, string Achievement, AwardStatus Status, DateTimeOffset At)
{
    /// <summary>Says nothing, so that no log or message can show a person.</summary>
    public override string ToString() => "ListedAward ***";
}
