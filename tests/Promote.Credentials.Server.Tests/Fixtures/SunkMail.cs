using System.Text;
using System.Text.RegularExpressions;

namespace Promote.Credentials.Server.Tests.Fixtures;

/// <summary>A message as it went over the line, and what a mail program would read in it.</summary>
internal sealed partial record SunkMail(IReadOnlyList<string> Recipients, string Raw)
{
    private string Head => Raw[..Raw.IndexOf("\r\n\r\n", StringComparison.Ordinal)];

    public string Text => Part("text/plain");

    public string Html => Part("text/html");

    /// <summary>The names of its headers, as often as they stand there.</summary>
    public IEnumerable<string> HeaderNames => Unfold(Head).Split("\r\n").Select(line => line[..line.IndexOf(':', StringComparison.Ordinal)].ToLowerInvariant());

    /// <summary>A header, unfolded and decoded (RFC 2047); empty where it is not.</summary>
    public string Header(string name)
    {
        var line = Unfold(Head).Split("\r\n").FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase));
        return line is null ? "" : Words(line[(name.Length + 1)..].Trim());
    }

    private string Part(string mediaType)
    {
        var boundary = Boundary.Match(Unfold(Head)).Groups[1].Value;
        var part = Raw.Split("--" + boundary).Single(part => part.Contains(mediaType, StringComparison.OrdinalIgnoreCase) && part.Contains("base64", StringComparison.OrdinalIgnoreCase));
        return Encoding.UTF8.GetString(Convert.FromBase64String(part[(part.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..].Trim()));
    }

    private static string Unfold(string head) => Folds.Replace(head, " ");

    private static string Words(string text) => Word.Replace(Between.Replace(text, "?==?"), match => Encoding.UTF8.GetString(
        match.Groups[1].Value.Equals("B", StringComparison.OrdinalIgnoreCase) ? Convert.FromBase64String(match.Groups[2].Value) : Quoted(match.Groups[2].Value)));

    private static byte[] Quoted(string text)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '=')
            {
                bytes.Add(Convert.ToByte(text.Substring(i + 1, 2), 16));
                i += 2;
            }
            else
            {
                bytes.Add(text[i] == '_' ? (byte)' ' : (byte)text[i]);
            }
        }

        return [.. bytes];
    }

    [GeneratedRegex(@"boundary=""?([^"";\s]+)")]
    private static partial Regex Boundary { get; }

    [GeneratedRegex(@"\r\n[ \t]+")]
    private static partial Regex Folds { get; }

    [GeneratedRegex(@"=\?utf-8\?([BQ])\?([^?]*)\?=", RegexOptions.IgnoreCase)]
    private static partial Regex Word { get; }

    [GeneratedRegex(@"\?=\s+=\?")]
    private static partial Regex Between { get; }
}
