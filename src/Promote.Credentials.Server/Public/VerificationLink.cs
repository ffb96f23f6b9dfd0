using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Public;

/// <summary>What an address below <c>/v/</c> leads to: a credential and, by a holder's own link, what that link shows besides.</summary>
internal sealed record VerificationLink(StoredCredential Stored, ShareLinkRow? Share);
