namespace Promote.Credentials.Fuzz.Targets;

/// <summary>Every target, in the order in which they run.</summary>
internal static class TargetList
{
    private static readonly Dictionary<string, Func<Target>> All = new()
    {
        ["json-ld"] = () => new JsonLd(),
        ["svg"] = () => new Svg(),
    };

    internal static IReadOnlyList<string> Names { get; } = [.. All.Keys];

    internal static Target Make(string name) => All[name]();
}
