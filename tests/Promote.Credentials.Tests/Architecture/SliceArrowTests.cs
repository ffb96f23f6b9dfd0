namespace Promote.Credentials.Tests.Architecture;

/// <summary>Folders inside the server: the arrows that the compiler cannot keep.</summary>
public sealed class SliceArrowTests
{
    private const string Root = "Promote.Credentials.Server.";

    [Fact]
    public void A_folder_of_the_server_uses_what_its_arrows_say()
    {
        string[] wrong =
        [
            .. from use in CompiledCode.Server.Uses
               let user = Folder(use.From)
               let used = Folder(use.To)
               where user is not null && used is not null && user != used && !Allowed(user).Contains(used)
               select $"{use.From} uses {use.To}" into line
               orderby line
               select line,
        ];
        Assert.Equal([], wrong.Distinct());
    }

    [Fact]
    public void Uses_are_found_at_all() =>
        Assert.Contains(CompiledCode.Server.Uses, use => Folder(use.From) == "Web" && Folder(use.To) == "Storage");

    private static string[] Allowed(string folder) => Arrows.Server.TryGetValue(folder, out string[]? used) ? used : Arrows.Server["slice"];

    /// <summary>The folder of a type, null for the root of the server and for everything outside.</summary>
    private static string? Folder(string type) =>
        type.StartsWith(Root, StringComparison.Ordinal) && type[Root.Length..].Split('.') is [var folder, _, ..] ? folder : null;
}
