using System.Text.Json;
using Promote.Credentials.Benchmarks.Load;
using Promote.Credentials.Benchmarks.Samples;

namespace Promote.Credentials.Benchmarks.Modes;

/// <summary>The benchmark host against the comparator, the same credential, in turns.</summary>
internal static class Compare
{
    internal static async Task RunAsync()
    {
        using var host = await Servers.StartHostAsync();
        using var comparator = await Servers.StartComparatorAsync();
        var learner = JsonSerializer.SerializeToUtf8Bytes(Sample.Proposal.Learner, JsonSerializerOptions.Web);
        Console.WriteLine($"The signed document has {Sample.Signed().Length} bytes.");
        var hosted = LoadTarget.Post("benchmark host", host.Id, new Uri(host.Url, "/credentials"), learner);
        await new Race(rounds: 7, connections: 8).RunAsync((hosted, 3000), (Target(comparator), 300));
    }

    /// <summary>The comparator, given what our writer makes of the sample award.</summary>
    internal static LoadTarget Target(ServerProcess comparator) =>
        LoadTarget.Post("Node comparator", comparator.Id, new Uri(comparator.Url, "/credentials"), Sample.Write(Sample.Proposal).Utf8.ToArray());
}
