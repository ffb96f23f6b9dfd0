namespace Promote.Credentials.Tests.Architecture;

/// <summary>The libraries take bytes and values and give bytes and values.</summary>
public sealed class PureLibraryTests
{
    /// <summary>Clock, network, disk, process, console, logging, dependency injection: a type's full name or a namespace with its dot.</summary>
    private static readonly string[] Outside =
    [
        "System.Net.",
        "System.IO.File",
        "System.IO.FileInfo",
        "System.IO.FileStream",
        "System.IO.Directory",
        "System.IO.DirectoryInfo",
        "System.Diagnostics.Process",
        "System.Diagnostics.Stopwatch",
        "System.TimeProvider",
        "System.Console",
        "System.Random",
        "System.Threading.Thread",
        "System.Threading.Timer",
        "System.Data.",
        "Microsoft.Extensions.",
        "Microsoft.AspNetCore.",
        "Microsoft.EntityFrameworkCore.",
    ];

    private static readonly (string Type, string Member)[] OutsideMembers =
    [
        ("System.DateTime", "get_Now"),
        ("System.DateTime", "get_UtcNow"),
        ("System.DateTime", "get_Today"),
        ("System.DateTimeOffset", "get_Now"),
        ("System.DateTimeOffset", "get_UtcNow"),
        ("System.Environment", "GetEnvironmentVariable"),
        ("System.Environment", "get_TickCount"),
        ("System.Environment", "get_TickCount64"),
        ("System.Guid", "NewGuid"),
        ("System.Guid", "CreateVersion7"),
    ];

    /// <summary>Who hands a clock on without reading it: a verification has a budget, which ends a fetch by the clock of its caller.</summary>
    private static readonly Dictionary<string, string> Handed = new()
    {
        ["Promote.Credentials.Verification.FetchBudget"] = "System.TimeProvider",
        ["Promote.Credentials.Verification.Verifier"] = "System.TimeProvider",
    };

    public static TheoryData<string> Libraries() => [.. CompiledCode.Libraries.Keys];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void A_library_touches_nothing_outside(string library) => Assert.Equal([], CompiledCode.Libraries[library].Uses
        .Where(use => Handed.GetValueOrDefault(use.From) != use.To || use.Member is not null)
        .Where(use => Outside.Any(name => use.To == name || (name.EndsWith('.') && use.To.StartsWith(name, StringComparison.Ordinal)))
            || OutsideMembers.Any(member => use.To == member.Type && use.Member == member.Member)));
}
