namespace Promote.Credentials.Domain.Awards;

/// <summary>Something that shows the learning (OB 3.0 Evidence). At least one of the three is there.</summary>
/// <param name="Name">Title.</param>
/// <param name="Url">Where it can be seen; http or https.</param>
/// <param name="Narrative">What it shows; Markdown.</param>
public sealed record Evidence(string? Name, Uri? Url, string? Narrative);
