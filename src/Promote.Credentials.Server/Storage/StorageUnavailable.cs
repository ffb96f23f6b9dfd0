using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Promote.Credentials.Server.Storage;

/// <summary>Tells a store that does not answer from a mistake in this program.</summary>
internal static class StorageUnavailable
{
    /// <summary>Whether the store failed to do what it was asked. The client may repeat the request: 503 with Retry-After (PC-R021).</summary>
    public static bool IsCauseOf(Exception exception) =>
        exception is DbException or DbUpdateException or RetryLimitExceededException
        || exception is InvalidOperationException { InnerException: DbException or DbUpdateException }
        || (exception is TimeoutException && exception.Source == "Npgsql");
}
