namespace Promote.Credentials.Server.Issuing.Status;

/// <summary>A status list as it is published, until its version or the issuer's keys change.</summary>
/// <param name="Utf8">The signed document.</param>
/// <param name="Tag">Its entity tag: the same on every node, because the same list is signed the same.</param>
/// <param name="Version">The version of the list that it says.</param>
/// <param name="KeysRevision">The keys that were in force.</param>
internal sealed record SignedStatusList(byte[] Utf8, string Tag, int Version, int KeysRevision);
