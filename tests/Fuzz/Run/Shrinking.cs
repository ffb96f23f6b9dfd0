using System.Diagnostics;
using Promote.Credentials.Fuzz.Mutations;
using Promote.Credentials.Fuzz.Targets;

namespace Promote.Credentials.Fuzz.Run;

/// <summary>Leaves out of a failing case what it does not need to fail, by halves and for a few seconds: a smaller file is read sooner.</summary>
internal static class Shrinking
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    internal static byte[] Of(Target target, byte[] input)
    {
        var clock = Stopwatch.StartNew();
        for (var size = input.Length / 2; size > 0; size /= 2)
        {
            for (var at = 0; at + size <= input.Length && clock.Elapsed < Patience;)
            {
                var shorter = Splice.Without(input, new Part(at, at + size));
                if (Trial.Of(target, shorter).Fault is null)
                {
                    at += size;
                }
                else
                {
                    input = shorter;
                }
            }
        }

        return input;
    }
}
