using System.Globalization;

namespace Promote.Credentials.Benchmarks.Load;

/// <summary>Processor time as the kernel counts it in <c>/proc/PID/stat</c> (proc(5)): user and system time, of all threads.</summary>
internal static class ProcessorTime
{
    // The kernel's USER_HZ, 100 on every Linux that .NET runs on.
    private const double TicksPerSecond = 100;

    /// <summary>Seconds that this process has used.</summary>
    internal static double OfProcess(int id)
    {
        var fields = Fields(id);
        return (Number(fields, 14) + Number(fields, 15)) / TicksPerSecond;
    }

    /// <summary>Seconds that this process, the children it waited for and those it has now have used.</summary>
    internal static double OfFamily(int id)
    {
        var fields = Fields(id);
        var ended = (Number(fields, 16) + Number(fields, 17)) / TicksPerSecond;
        return OfProcess(id) + ended + Children(id).Sum(OfProcess);
    }

    private static IEnumerable<int> Children(int parent) =>
        Directory.EnumerateFiles($"/proc/{parent}/task/{parent}", "children")
            .SelectMany(file => File.ReadAllText(file).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(id => int.Parse(id, CultureInfo.InvariantCulture));

    // The second field, the program's name, may hold spaces and parentheses: fields are counted from its end.
    private static string[] Fields(int id)
    {
        var stat = File.ReadAllText($"/proc/{id}/stat");
        return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
    }

    private static long Number(string[] fields, int position) =>
        long.Parse(fields[position - 3], CultureInfo.InvariantCulture);
}
