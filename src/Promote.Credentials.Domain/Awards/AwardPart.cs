using Promote.Credentials.Domain.Text;

namespace Promote.Credentials.Domain.Awards;

/// <summary>An achievement that a larger award consists of.</summary>
/// <param name="Achievement">Its id.</param>
/// <param name="Version">The version that was earned.</param>
/// <param name="Name">Its name by language.</param>
public sealed record AwardPart(string Achievement, int Version, LanguageMap Name);
