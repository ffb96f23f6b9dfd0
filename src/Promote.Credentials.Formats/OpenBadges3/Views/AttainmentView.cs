namespace Promote.Credentials.Formats.OpenBadges3.Views;

/// <summary>What somebody reached, and with what: personal, so it is shown only to the holder and to those whom the holder shows it.</summary>
public sealed record AttainmentView
{
    /// <summary>The results of the assessment.</summary>
    public IReadOnlyList<ResultView> Results { get; init; } = [];

    /// <summary>What shows the learning.</summary>
    public IReadOnlyList<EvidenceView> Evidence { get; init; } = [];

    /// <summary>What the assessor says about the award; Markdown.</summary>
    public string? Narrative { get; init; }

    /// <summary>Whether there is nothing of all this.</summary>
    public bool IsEmpty => Results.Count == 0 && Evidence.Count == 0 && Narrative is null;
}
