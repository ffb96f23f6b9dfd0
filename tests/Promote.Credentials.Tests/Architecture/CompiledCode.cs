using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Promote.Credentials.Tests.Architecture;

/// <summary>One compiled assembly of this repository, read without loading it.</summary>
internal sealed class CompiledCode
{
    private const string Product = "Promote.Credentials.";

    private CompiledCode(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        MetadataReader metadata = file.GetMetadataReader();
        Types = [.. metadata.TypeDefinitions.Where(handle => !metadata.GetTypeDefinition(handle).IsNested).Select(handle => MetadataNames.Of(metadata, handle))];
        Uses = [.. new UseReader(file, metadata).ReadAll().Distinct()];
    }

    /// <summary>The libraries, by their short names.</summary>
    public static IReadOnlyDictionary<string, CompiledCode> Libraries { get; } = new[] { "LinkedData", "Domain", "Proofs", "Formats", "Verification" }
        .ToDictionary(name => name, name => new CompiledCode(Path.Combine(AppContext.BaseDirectory, $"{Product}{name}.dll")));

    /// <summary>The server, which the project file of these tests builds without referencing it.</summary>
    public static CompiledCode Server { get; } = new(ServerPath());

    public static IEnumerable<CompiledCode> All => Libraries.Values.Append(Server);

    /// <summary>The full names of the types that are not nested.</summary>
    public IReadOnlyList<string> Types { get; }

    public IReadOnlyList<Use> Uses { get; }

    /// <summary>The sibling of our own output folder: <c>bin/{configuration}/{framework}</c>.</summary>
    private static string ServerPath()
    {
        var framework = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Path.Combine(Repository.Root, "src", Product + "Server", "bin", framework.Parent!.Name, framework.Name, Product + "Server.dll");
    }
}
