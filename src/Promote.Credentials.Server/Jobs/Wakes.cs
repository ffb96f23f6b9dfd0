using System.Threading.Channels;
using Promote.Credentials.Server.Settings;

namespace Promote.Credentials.Server.Jobs;

/// <summary>
/// Runs jobs on this node as soon as there is something for them. Asking costs no query, and asking a hundred times while one
/// run is under way gives one more run.
/// </summary>
internal sealed class Wakes(IEnumerable<Wake> wakes, IEnumerable<NodeJob> nodeJobs, RunJob run, PromoteSettings settings, TimeProvider time) : BackgroundService
{
    // What comes meanwhile is done in the same run: under load one run takes the rows of many requests.
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(100);

    private readonly Dictionary<string, Channel<bool>> asked = wakes.Select(wake => wake.Job).Concat(nodeJobs.Select(job => job.Name)).Distinct().ToDictionary(
        job => job, _ => Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }));

    // Nobody on a worker saves what waits: it looks.
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    public void Ask(string job) => asked[job].Writer.TryWrite(true);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        settings.Node == NodeRole.Api ? Task.CompletedTask
        : Task.WhenAll([.. asked.Select(one => ServeAsync(one.Key, one.Value.Reader, stoppingToken)), .. Again().Select(job => AskAgainAsync(job, stoppingToken))]);

    private IEnumerable<NodeJob> Again() => settings.Node == NodeRole.Worker ? asked.Keys.Select(job => new NodeJob(job, Look)) : nodeJobs;

    private async Task AskAgainAsync(NodeJob job, CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(job.Interval, time);
        do
        {
            Ask(job.Name);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task ServeAsync(string job, ChannelReader<bool> calls, CancellationToken stoppingToken)
    {
        await foreach (var _ in calls.ReadAllAsync(stoppingToken))
        {
            await Task.Delay(Gathering, time, stoppingToken);
            await run.RunAsync(job, "", stoppingToken);
        }
    }
}
