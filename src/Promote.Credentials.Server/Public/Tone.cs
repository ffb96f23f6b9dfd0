namespace Promote.Credentials.Server.Public;

/// <summary>How something is shown: its sign, its shape and its colour together.</summary>
internal enum Tone
{
    Good,
    Warn,
    Bad,
    Held,
    Replaced,
    Over,
    Open,
}
