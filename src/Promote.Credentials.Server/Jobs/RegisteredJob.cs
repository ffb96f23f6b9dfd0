namespace Promote.Credentials.Server.Jobs;

/// <summary>A class that may be run as a job.</summary>
internal sealed record RegisteredJob(Type Type);
