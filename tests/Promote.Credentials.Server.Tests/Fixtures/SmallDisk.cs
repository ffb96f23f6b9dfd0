using System.Diagnostics;

namespace Promote.Credentials.Server.Tests.Fixtures;

/// <summary>A disk in memory that is full when a test says so.</summary>
internal sealed class SmallDisk : IDisposable
{
    private SmallDisk(string folder) => Folder = folder;

    /// <summary>Why tests that need one are skipped, or null when they run.</summary>
    public static string? Missing { get; } = FindMissing();

    /// <summary>Where it is.</summary>
    public string Folder { get; }

    private string Ballast => Path.Combine(Folder, "ballast");

    public static SmallDisk Mount(int megabytes)
    {
        var folder = Directory.CreateTempSubdirectory("promote-disk-").FullName;
        Assert.Equal(0, Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m,mode=0755", "tmpfs", folder));
        return new(folder);
    }

    /// <summary>Takes all the room that is left.</summary>
    public void Fill()
    {
        var block = new byte[64 * 1024];
        using var ballast = new FileStream(Ballast, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        for (var length = block.Length; length > 0; length /= 2)
        {
            try
            {
                while (true)
                {
                    ballast.Write(block, 0, length);
                }
            }
            catch (IOException)
            {
                // So much does not fit any more; half of it may.
            }
        }
    }

    /// <summary>Gives the room back.</summary>
    public void Empty() => File.Delete(Ballast);

    public void Dispose()
    {
        // Whoever still has a file on it keeps the memory, and nobody sees it.
        Run("umount", "-l", Folder);
        Directory.Delete(Folder);
    }

    private static string? FindMissing()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
        {
            return "Only root can mount a small disk: run ./tests/run as root.";
        }

        try
        {
            using var disk = Mount(1);
            return null;
        }
        catch (Exception exception) when (exception is Xunit.Sdk.XunitException or System.ComponentModel.Win32Exception)
        {
            return "This machine does not let root mount a small disk.";
        }
    }

    private static int Run(params string[] command)
    {
        using var process = Process.Start(command[0], command[1..]);
        process.WaitForExit();
        return process.ExitCode;
    }
}
