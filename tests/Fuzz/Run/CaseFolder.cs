using System.Security.Cryptography;
using Promote.Credentials.Fuzz.Seeds;

namespace Promote.Credentials.Fuzz.Run;

/// <summary>Where cases lie: <c>artifacts/fuzz/TARGET</c>. The one at hand is always there, so that one which ends the process is found afterwards.</summary>
internal sealed class CaseFolder
{
    private readonly string folder;
    private readonly Microsoft.Win32.SafeHandles.SafeFileHandle atHand;

    internal CaseFolder(string target)
    {
        folder = Path.Combine(Repository.Root, "artifacts", "fuzz", target);
        Directory.CreateDirectory(folder);
        AtHand = Path.Combine(folder, "at-hand.bin");
        atHand = File.OpenHandle(AtHand, FileMode.Create, FileAccess.Write, FileShare.Read);
    }

    /// <summary>The file of the case at hand.</summary>
    internal string AtHand { get; }

    internal void Begin(byte[] input)
    {
        RandomAccess.SetLength(atHand, input.Length);
        RandomAccess.Write(atHand, input, 0);
    }

    /// <summary>Keeps a case that failed and says where, as seen from the repository.</summary>
    internal string Keep(byte[] input)
    {
        var path = Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(input))[..16] + ".bin");
        File.WriteAllBytes(path, input);
        return Path.GetRelativePath(Repository.Root, path);
    }

    /// <summary>No case is at hand any more.</summary>
    internal void Finish()
    {
        atHand.Dispose();
        File.Delete(AtHand);
    }
}
