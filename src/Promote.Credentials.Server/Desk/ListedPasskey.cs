namespace Promote.Credentials.Server.Desk;

/// <summary>A line in the list of one's passkeys.</summary>
/// <param name="Id">Its id here.</param>
/// <param name="Name">As its owner calls it.</param>
/// <param name="At">When it was added.</param>
/// <param name="UsedAt">When it was used last.</param>
internal sealed record ListedPasskey(string Id, string Name, DateTimeOffset At, DateTimeOffset? UsedAt)
{
    /// <summary>Says nothing, so that no log or message can show what somebody typed.</summary>
    public override string ToString() => "ListedPasskey ***";
}
