namespace Promote.Credentials.Formats.StatusLists;

/// <summary>One bit of a status list: reserved for one document, never used twice.</summary>
/// <param name="ListId">The list's id, as in its address.</param>
/// <param name="Index">Which bit, from 0.</param>
public sealed record StatusPlace(string ListId, int Index);
