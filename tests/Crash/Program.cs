using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Npgsql;
using Promote.Credentials.Crash;

if (Options.Read(args) is not { } options)
{
    Console.Error.WriteLine("[--rows N] [--kills N] [--restarts N]");
    return 2;
}

var limit = TimeSpan.FromMinutes(15);
var connectionString = Required("PROMOTE_TEST_POSTGRES");
var restart = Required("PROMOTE_TEST_POSTGRES_RESTART");
var folder = Required("PROMOTE_TEST_ARTIFACTS");
Directory.CreateDirectory(folder);
var (ports, apiKey, cohort) = (new[] { Node.FreePort(), Node.FreePort() }, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)), new Cohort(options.Rows));
Node[] nodes = [.. ports.Select(port => new Node(port, $"http://127.0.0.1:{ports[0]}", folder, connectionString, apiKey))];
await using var database = NpgsqlDataSource.Create(connectionString);
var ledger = new Ledger(database);
try
{
    foreach (var node in nodes)
    {
        // One after the other: the first makes the demo issuer.
        node.Start();
        await node.UntilReadyAsync();
    }

    await ledger.RememberAsync();
    var started = Stopwatch.GetTimestamp();
    var batch = await cohort.SendAsync(nodes[0].Client);
    await UntilAsync(nodes[0], batch, "awaitingconfirmation");
    using (var confirmed = await nodes[1].Client.PostAsync($"/api/v1/batches/{batch}/confirm", content: null))
    {
        confirmed.EnsureSuccessStatusCode();
    }

    await DisturbAsync();
    var done = await UntilAsync(nodes[1], batch, "done");
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{options.Rows} lines, {options.Kills} nodes killed, PostgreSQL restarted {options.Restarts} times: done in {Stopwatch.GetElapsedTime(started).TotalSeconds:F0} s, {done.GetProperty("counts")}"));
    var faults = await ledger.FindFaultsAsync(cohort.Good, cohort.Bad);

    // The node that was killed last may be on its way.
    await nodes[0].UntilReadyAsync();
    var documents = await UnpackAsync(nodes[0], batch);
    Console.WriteLine($"  documents in the ZIP: {documents}");
    if (documents != cohort.Good)
    {
        faults.Add($"documents in the ZIP: {documents} instead of {cohort.Good}");
    }

    if (await RunAsync("node", "tests/Interop/verify-folder.mjs", Path.Combine(folder, "documents")) != 0)
    {
        faults.Add("another verifier does not accept every document");
    }

    faults.ForEach(fault => Console.WriteLine($"not ok: {fault}"));
    Console.WriteLine(faults.Count == 0 ? "ok crash" : "not ok crash");
    return faults.Count == 0 ? 0 : 1;
}
finally
{
    Array.ForEach(nodes, node => node.Dispose());
}

// Each disturbance comes when so much more was issued: all of them while the batch runs, and each against another moment of a chunk.
async Task DisturbAsync()
{
    var disturbances = Enumerable.Repeat(false, options.Kills).Concat(Enumerable.Repeat(true, options.Restarts)).ToArray();
    RandomNumberGenerator.Shuffle(disturbances.AsSpan());
    foreach (var (number, isRestart) in disturbances.Index())
    {
        var from = (long)cohort.Good * number / disturbances.Length;
        for (var waited = Stopwatch.GetTimestamp(); await ledger.IssuedAsync() is not { } issued || issued < from; await Task.Delay(5))
        {
            Array.ForEach(nodes, node => node.StartIfDead());
            if (Stopwatch.GetElapsedTime(waited) > limit)
            {
                throw new TimeoutException("The batch does not go on.");
            }
        }

        await Task.Delay(RandomNumberGenerator.GetInt32(300));
        if (isRestart)
        {
            if (await RunAsync(restart) != 0)
            {
                throw new InvalidOperationException("PostgreSQL did not start again.");
            }

            continue;
        }

        var victim = nodes[RandomNumberGenerator.GetInt32(nodes.Length)];
        victim.Kill();
        victim.Start();
    }
}

async Task<JsonElement> UntilAsync(Node node, string batch, string state)
{
    for (var started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < limit;)
    {
        Array.ForEach(nodes, one => one.StartIfDead());
        try
        {
            using var answer = await node.Client.GetAsync($"/api/v1/batches/{batch}");
            if (answer.IsSuccessStatusCode && await answer.Content.ReadFromJsonAsync<JsonElement>() is var now && state.Equals(now.GetProperty("state").GetString(), StringComparison.OrdinalIgnoreCase))
            {
                return now;
            }
        }
        catch (HttpRequestException)
        {
            // It died, and is started again.
        }

        await Task.Delay(100);
    }

    throw new TimeoutException($"The batch is not {state}.");
}

async Task<int> UnpackAsync(Node node, string batch)
{
    var target = Directory.CreateDirectory(Path.Combine(folder, "documents"));
    await using var stream = await node.Client.GetStreamAsync($"/api/v1/batches/{batch}/results.zip");
    var file = Path.Combine(folder, "results.zip");
    await using (var kept = File.Create(file))
    {
        await stream.CopyToAsync(kept);
    }

    await ZipFile.ExtractToDirectoryAsync(file, target.FullName, overwriteFiles: true);
    return target.GetFiles("*.json").Length;
}

static async Task<int> RunAsync(string program, params string[] arguments)
{
    using var process = Process.Start(new ProcessStartInfo(program, arguments))!;
    await process.WaitForExitAsync();
    return process.ExitCode;
}

static string Required(string variable) => Environment.GetEnvironmentVariable(variable) ?? throw new InvalidOperationException($"{variable} is not set: run ./tests/run crash");
