namespace Promote.Credentials.Tests.Architecture;

/// <summary>The top level of the repository, which newcomers see first.</summary>
public sealed class LayoutTests
{
    [Theory]
    [InlineData(".ci/run")]
    [InlineData(".editorconfig")]
    [InlineData(".gitignore")]
    [InlineData("BannedSymbols.txt")]
    [InlineData("Directory.Build.props")]
    [InlineData("Directory.Packages.props")]
    [InlineData("Promote.Credentials.sln")]
    [InlineData("Dockerfile")]
    [InlineData("docs/decisions")]
    [InlineData("global.json")]
    [InlineData("keys-dev/README.md")]
    [InlineData("openapi.yaml")]
    [InlineData("schemas/manifest.sha256")]
    [InlineData("tests/run")]
    public void What_the_design_names_is_there(string path) => Assert.True(Path.Exists(Path.Combine(Repository.Root, path)));

    [Fact]
    public void Every_project_has_a_lock_file() => Assert.All(
        Directory.GetFiles(Repository.Root, "Promote.Credentials.*.csproj", SearchOption.AllDirectories),
        project => Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json")), project));

    [Fact]
    public void The_build_file_stays_short() =>
        Assert.True(File.ReadLines(Path.Combine(Repository.Root, "Directory.Build.props")).Count() <= 30);
}
