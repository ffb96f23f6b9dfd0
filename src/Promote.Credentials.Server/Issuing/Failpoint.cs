using System.Diagnostics;
using System.Globalization;

namespace Promote.Credentials.Server.Issuing;

/// <summary>
/// Named places where the process can be made to die, for the test of the crash. Armed in Development only, by
/// <c>PROMOTE_FAILPOINT=issue-5</c>, or <c>issue-5:7</c> for the seventh time that it is passed.
/// </summary>
internal static class Failpoint
{
    private static string? armed;
    private static int left;

    public static void Arm(IHostEnvironment environment, string? setting)
    {
        if (setting is null || !environment.IsDevelopment())
        {
            return;
        }

        var parts = setting.Split(':');
        left = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 1;
        armed = parts[0];
    }

    /// <summary>Nothing, unless this failpoint is armed and its turn has come: then the process is gone, as after a power failure.</summary>
    public static void Hit(string name)
    {
        if (armed is not null && armed == name && Interlocked.Decrement(ref left) <= 0)
        {
            using var self = Process.GetCurrentProcess();
            self.Kill();
            // The signal is on its way; nothing more may happen until it arrives.
            Thread.Sleep(Timeout.Infinite);
        }
    }
}
