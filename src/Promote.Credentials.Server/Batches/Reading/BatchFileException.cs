namespace Promote.Credentials.Server.Batches.Reading;

/// <summary>A file that cannot be read to its end.</summary>
internal sealed class BatchFileException(string message) : Exception(message);
