namespace Promote.Credentials.Server.Web.Access;

/// <summary>The identity provider does not answer, so that nobody can say whether a token counts.</summary>
internal sealed class IdentityProviderUnavailableException(Exception cause) : Exception("The identity provider cannot be read.", cause);
