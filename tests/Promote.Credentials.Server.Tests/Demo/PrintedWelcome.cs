using System.Text.RegularExpressions;

namespace Promote.Credentials.Server.Tests.Demo;

/// <summary>What the console said to a newcomer, found in the output of the process.</summary>
internal sealed partial record PrintedWelcome(string Text, string Verification, string Curl)
{
    public static PrintedWelcome Read(string output)
    {
        var text = Whole().Match(output).Value;
        return new(text, Link().Match(text).Value, CurlLine().Match(text).Value);
    }

    [GeneratedRegex("^A demo credential.*^curl [^\n]*", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Whole();

    [GeneratedRegex("http://[^ ]*/v/[A-Za-z0-9_-]{22}$", RegexOptions.Multiline)]
    private static partial Regex Link();

    [GeneratedRegex("^curl .*$", RegexOptions.Multiline)]
    private static partial Regex CurlLine();
}
