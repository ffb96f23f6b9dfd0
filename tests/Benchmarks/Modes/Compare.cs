using System.Text.Json;
using Promote.Credentials.Benchmarks.Load;
using Promote.Credentials.Benchmarks.Samples;
using Promote.Credentials.Formats.Linting;

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
        await new Race(rounds: 7, connections: 8).RunAsync((hosted, 3000), (Target(comparator, Sample.Write(Sample.Proposal)), 300));
    }

    /// <summary>The comparator, given a document that our writer made.</summary>
    internal static LoadTarget Target(ServerProcess comparator, Draft document) =>
        LoadTarget.Post("Node comparator", comparator.Id, new Uri(comparator.Url, "/credentials"), document.Utf8.ToArray());
}
