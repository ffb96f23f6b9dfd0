using Promote.Credentials.Benchmarks.Host;
using Promote.Credentials.Benchmarks.Modes;
using Promote.Credentials.Benchmarks.Phases;

switch (args.FirstOrDefault())
{
    case null:
        OneThread.Run();
        break;
    case "compare":
        await Compare.RunAsync();
        break;
    case "awards":
        await Awards.RunAsync();
        break;
    case "verify":
        await Verifications.RunAsync();
        break;
    case "forms":
        await Forms.RunAsync();
        break;
    case "batches":
        await Batches.RunAsync();
        break;
    case "workers":
        await Workers.RunAsync();
        break;
    case "curriculum":
        await Curriculum.RunAsync();
        break;
    case "startup":
        await Startup.RunAsync();
        break;
    case "load" when args.Length == 6:
        await One.RunAsync(args[1..]);
        break;
    case "host":
        await BenchmarkHost.RunAsync();
        break;
    default:
        Console.Error.WriteLine("One of: compare; awards; verify; forms; batches; workers; curriculum; startup; host; load URL PID BODY.json REQUESTS CONNECTIONS; or nothing for one thread.");
        return 2;
}

return 0;
