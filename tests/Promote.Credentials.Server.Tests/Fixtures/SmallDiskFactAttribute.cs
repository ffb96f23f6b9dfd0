namespace Promote.Credentials.Server.Tests.Fixtures;

/// <summary>A test that fills a disk; skipped, with the reason printed, where it cannot have one of its own.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SmallDiskFactAttribute : FactAttribute
{
    public SmallDiskFactAttribute() => Skip = OwnPostgres.Missing ?? SmallDisk.Missing;
}
