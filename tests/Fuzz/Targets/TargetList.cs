namespace Promote.Credentials.Fuzz.Targets;

/// <summary>Every target, in the order in which they run.</summary>
internal static class TargetList
{
    private static readonly Dictionary<string, Func<Target>> All = new()
    {
        ["jwt-header"] = () => new JwtHeader(),
        ["json-ld"] = () => new JsonLd(),
        ["rdfc"] = () => new Rdfc(),
        ["png"] = () => new Png(),
        ["svg"] = () => new Svg(),
        ["status-list"] = () => new StatusList(),
        ["did-document"] = () => new DidDocuments(),
        ["pdf"] = () => new Pdf(),
        ["batch-files"] = () => new BatchFiles(),
    };

    internal static IReadOnlyList<string> Names { get; } = [.. All.Keys];

    internal static Target Make(string name) => All[name]();
}
