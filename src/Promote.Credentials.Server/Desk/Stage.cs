namespace Promote.Credentials.Server.Desk;

/// <summary>How far somebody has to have come with signing in to see a page of the desk.</summary>
internal enum Stage
{
    /// <summary>Not at all: sign-in itself, invitations.</summary>
    Outside,

    /// <summary>The password was right: the page that asks for the second factor.</summary>
    Password,

    /// <summary>Everything was given.</summary>
    Inside,
}
