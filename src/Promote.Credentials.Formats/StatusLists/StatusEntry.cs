namespace Promote.Credentials.Formats.StatusLists;

/// <summary>What one entry of <c>credentialStatus</c> says: which bit tells what.</summary>
/// <param name="Purpose">The statusPurpose.</param>
/// <param name="Place">Which bit of which list.</param>
public sealed record StatusEntry(string Purpose, StatusPlace Place);
