namespace Promote.Credentials.Domain.Awards;

/// <summary>When the learning took place.</summary>
/// <param name="From">First instant.</param>
/// <param name="To">Last instant, not before <paramref name="From"/>.</param>
public sealed record Activity(DateTimeOffset? From, DateTimeOffset? To);
