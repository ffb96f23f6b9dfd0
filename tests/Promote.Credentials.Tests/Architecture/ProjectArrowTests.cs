using System.Xml.Linq;

namespace Promote.Credentials.Tests.Architecture;

public sealed class ProjectArrowTests
{
    private const string Product = "Promote.Credentials.";

    public static TheoryData<string> Projects() =>
        [.. Directory.GetDirectories(Path.Combine(Repository.Root, "src")).Select(folder => Path.GetFileName(folder)[Product.Length..])];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_what_its_arrows_say(string project)
    {
        XDocument file = XDocument.Load(Path.Combine(Repository.Root, "src", Product + project, $"{Product}{project}.csproj"));
        IEnumerable<string> referenced = file.Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension((string)reference.Attribute("Include")!)[Product.Length..]);

        Assert.Equal(Arrows.Projects[project], referenced.Order());
    }

    [Fact]
    public void No_arrow_leads_back()
    {
        string[] done = [];
        while (done.Length < Arrows.Projects.Count)
        {
            string[] ready = [.. Arrows.Projects.Where(arrow => arrow.Value.All(done.Contains)).Select(arrow => arrow.Key)];
            Assert.True(ready.Length > done.Length, $"A circle among {string.Join(", ", Arrows.Projects.Keys.Except(done))}.");
            done = ready;
        }
    }
}
