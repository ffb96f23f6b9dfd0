namespace Promote.Credentials.Server.Issuing;

/// <summary>One bit of a status list: reserved for one document, never used twice.</summary>
internal sealed record StatusEntry(string ListId, int Index);
