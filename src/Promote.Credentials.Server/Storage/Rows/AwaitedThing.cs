namespace Promote.Credentials.Server.Storage.Rows;

/// <summary>What keeps a promised award from being issued now, through no fault of the client's.</summary>
internal enum AwaitedThing
{
    /// <summary>The time-stamping authority, which is away and without which no seal is to be made.</summary>
    TimeStamp,
}
