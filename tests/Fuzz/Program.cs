using Promote.Credentials.Fuzz;
using Promote.Credentials.Fuzz.Run;
using Promote.Credentials.Fuzz.Targets;

if (Options.Read(args) is not { } options)
{
    Console.Error.WriteLine($"--list, or: [--target {string.Join('|', TargetList.Names)}] [--seconds N] [--seed S] [--case N | --file PATH]");
    return 2;
}

if (options.List)
{
    Console.WriteLine(string.Join('\n', TargetList.Names));
    return 0;
}

var failures = 0;
foreach (var name in options.Target is { } one ? [one] : TargetList.Names)
{
    failures += new FuzzRun(TargetList.Make(name), options).Execute();
}

return failures == 0 ? 0 : 1;
