using System.Reflection;
using System.Text.RegularExpressions;
using Promote.Credentials.Server.Languages;
using Promote.Credentials.Server.Tests.Web;
using Promote.Credentials.Verification;

namespace Promote.Credentials.Server.Tests.Languages;

/// <summary>The sentences of the checks stand in the library in English and here in ten languages.</summary>
public sealed partial class CheckTextTests
{
    private const string Area = "checks.";

    [Fact]
    public void Every_sentence_that_a_check_can_say_is_the_English_text_of_its_key() =>
        Assert.Equal(Said().Distinct().Order(), Written().Where(line => !line.Contains(".title: ", StringComparison.Ordinal)).Order());

    [Fact]
    public void Every_check_has_a_title() => Assert.All(
        typeof(CheckIds).GetFields(BindingFlags.Public | BindingFlags.Static),
        id => Assert.True(Texts.In("en").Has($"{Area}{id.GetValue(null)}.title"), id.Name));

    private static IEnumerable<string> Said() =>
        from file in Directory.EnumerateFiles(Path.Combine(Repository.Root(), "src", "Promote.Credentials.Verification"), "*.cs", SearchOption.AllDirectories)
        from Match finding in Finding().Matches(File.ReadAllText(file))
        select $"{Area}{finding.Groups["key"].Value}: {Interpolated().Replace(finding.Groups["text"].Value, "{${name}}")}";

    private static IEnumerable<string> Written() =>
        from key in Texts.In("en").Keys
        where key.StartsWith(Area, StringComparison.Ordinal)
        select $"{key}: {Texts.In("en").FormsOf(key).Single!.Write(name => $"{{{name}}}")}";

    [GeneratedRegex("""(Finding\.(Passed|Warning|Failed|NotChecked)|candidate\.(Open|Lenient))\(\s*"(?<key>[A-Za-z.]+)",\s*\$?"(?<text>[^"]+)"[,)]""")]
    private static partial Regex Finding();

    // {Instants.Sentence(until!.Value)} in the code is {until} in the text.
    [GeneratedRegex(@"\{([\w.]+\()?(?<name>\w+)(!\.Value)?\)?\}")]
    private static partial Regex Interpolated();
}
