namespace Promote.Credentials.Server.Storage.Rows;

/// <summary>Why the service itself stopped a batch for the time being.</summary>
internal enum BatchPause
{
    /// <summary>The disk of the database is full. It goes on by itself once there is room.</summary>
    StorageFull,
}
