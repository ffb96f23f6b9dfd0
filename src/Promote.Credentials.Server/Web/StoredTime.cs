namespace Promote.Credentials.Server.Web;

/// <summary>The time as every store keeps it.</summary>
internal static class StoredTime
{
    extension(TimeProvider time)
    {
        /// <summary>Now, in whole milliseconds: so that an answer shows the very instant that a later one reads back.</summary>
        public DateTimeOffset GetStoredNow() => DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
    }
}
