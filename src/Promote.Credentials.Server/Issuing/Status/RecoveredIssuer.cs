namespace Promote.Credentials.Server.Issuing.Status;

/// <summary>What the recovery of an issuer's lists came to.</summary>
/// <param name="Name">Its slug; its id where the database does not know it.</param>
/// <param name="IsKnown">Whether the database has it at all; nothing was done where it has not.</param>
/// <param name="Lists">How many lists were older than published.</param>
/// <param name="Revoked">How many awards are revoked again.</param>
/// <param name="Suspended">How many awards are suspended again.</param>
/// <param name="Carried">How many bits belong to documents that the database does not know.</param>
internal sealed record RecoveredIssuer(string Name, bool IsKnown, int Lists, int Revoked, int Suspended, int Carried);
