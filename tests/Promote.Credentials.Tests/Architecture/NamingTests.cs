namespace Promote.Credentials.Tests.Architecture;

public sealed class NamingTests
{
    private static readonly string[] Empty = ["Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Utilities", "Service", "Impl", "Base", "Common"];

    [Fact]
    public void No_type_has_a_name_that_says_nothing() =>
        Assert.Equal([], OurTypes().Where(type => Empty.Any(ending => Name(type).EndsWith(ending, StringComparison.Ordinal))));

    [Fact]
    public void A_type_lies_in_the_file_and_folder_of_its_name() =>
        Assert.Equal([], OurTypes().Where(type => !IsRazor(type) && !File.Exists(FileOf(type))));

    private static IEnumerable<string> OurTypes() => CompiledCode.All
        .SelectMany(code => code.Types)
        .Where(type => type.StartsWith("Promote.Credentials.", StringComparison.Ordinal) && !type.Contains('<'));

    /// <summary>A page lies in a .cshtml file; its class is named by its path, <c>Public_Pages_V</c>.</summary>
    private static bool IsRazor(string type) => Name(type).Contains("_Pages_", StringComparison.Ordinal);

    private static string Name(string type) => type[(type.LastIndexOf('.') + 1)..].Split('`')[0];

    /// <summary><c>Promote.Credentials.Proofs.Keys.PublicKey</c> is <c>src/Promote.Credentials.Proofs/Keys/PublicKey.cs</c>.</summary>
    private static string FileOf(string type)
    {
        string[] parts = type.Split('.');
        return Path.Combine([Repository.Root, "src", string.Join('.', parts[..3]), .. parts[3..^1], FileName(type)]);
    }

    // The model of V.cshtml is VModel and lies beside it, as Razor Pages want it.
    private static string FileName(string type) =>
        type.Contains(".Pages.", StringComparison.Ordinal) && Name(type).EndsWith("Model", StringComparison.Ordinal)
            ? Name(type)[..^"Model".Length] + ".cshtml.cs"
            : Name(type) + ".cs";
}
