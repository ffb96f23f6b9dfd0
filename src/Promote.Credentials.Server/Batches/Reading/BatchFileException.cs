using Promote.Credentials.Domain.Refusals;

namespace Promote.Credentials.Server.Batches.Reading;

/// <summary>A file that cannot be read to its end.</summary>
internal sealed class BatchFileException(string message, RefusalCode code = RefusalCode.InvalidValue) : Exception(message)
{
    /// <summary>Why.</summary>
    public RefusalCode Code { get; } = code;
}
