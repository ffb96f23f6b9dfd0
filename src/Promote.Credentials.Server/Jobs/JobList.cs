using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Promote.Credentials.Server.Jobs;

/// <summary>Every job by its name. The names that an engine keeps are looked up here and nowhere else: a row of its tables can start nothing but these.</summary>
internal sealed class JobList(IEnumerable<RegisteredJob> jobs)
{
    private readonly FrozenDictionary<string, Type> types = jobs.DistinctBy(job => job.Type).ToFrozenDictionary(job => NameOf(job.Type), job => job.Type);

    public static string NameOf(Type job) => job.Name;

    public bool TryGet(string name, [NotNullWhen(true)] out Type? job) => types.TryGetValue(name, out job);
}
