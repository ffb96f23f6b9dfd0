namespace Promote.Credentials.Server.Sharing;

/// <summary>What a holder wants a new link to show, and until when; without an end for ever.</summary>
internal sealed record ShareChoice(bool Name, bool Results, DateTimeOffset? ExpiresAt);
