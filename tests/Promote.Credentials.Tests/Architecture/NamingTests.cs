namespace Promote.Credentials.Tests.Architecture;

public sealed class NamingTests
{
    private static readonly string[] Empty = ["Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Utilities", "Service", "Impl", "Base", "Common"];

    [Fact]
    public void No_type_has_a_name_that_says_nothing() =>
        Assert.Equal([], OurTypes().Where(type => Empty.Any(ending => Name(type).EndsWith(ending, StringComparison.Ordinal))));

    [Fact]
    public void A_type_lies_in_the_file_and_folder_of_its_name() =>
        Assert.Equal([], OurTypes().Where(type => !File.Exists(FileOf(type))));

    private static IEnumerable<string> OurTypes() => CompiledCode.All
        .SelectMany(code => code.Types)
        .Where(type => type.StartsWith("Promote.Credentials.", StringComparison.Ordinal) && !type.Contains('<'));

    private static string Name(string type) => type[(type.LastIndexOf('.') + 1)..].Split('`')[0];

    /// <summary><c>Promote.Credentials.Proofs.Keys.PublicKey</c> is <c>src/Promote.Credentials.Proofs/Keys/PublicKey.cs</c>.</summary>
    private static string FileOf(string type)
    {
        string[] parts = type.Split('.');
        return Path.Combine([Repository.Root, "src", string.Join('.', parts[..3]), .. parts[3..^1], Name(type) + ".cs"]);
    }
}
