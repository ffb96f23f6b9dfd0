using System.Text;
using System.Text.RegularExpressions;

namespace Promote.Credentials.LinkedData.JsonSchema.Formats;

/// <summary>
/// Patterns of JSON Schema are ECMA-262 regular expressions (Core §6.4). Written for .NET, where <c>\d</c> knows other
/// digits, <c>$</c> also matches before a last line feed, <c>.</c> matches more and <c>[</c> subtracts from a class.
/// </summary>
internal static class EcmaScriptPattern
{
    /// <summary>Compiles a pattern for an engine whose time is linear in the text.</summary>
    /// <exception cref="FormatException">The pattern is malformed or uses what has no translation here.</exception>
    public static Regex Compile(string pattern)
    {
        try
        {
            return new Regex(Translate(pattern), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw new FormatException($"The pattern {pattern} cannot be used: {e.Message}", e);
        }
    }

    private static string Translate(string pattern)
    {
        var result = new StringBuilder(pattern.Length + 8);
        var inClass = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            if (c == '\\')
            {
                result.Append(Escape(i + 1 < pattern.Length ? pattern[++i] : '\0', inClass));
            }
            else if (inClass)
            {
                inClass = c != ']';
                result.Append(c == '[' ? @"\[" : c.ToString());
            }
            else
            {
                inClass = c == '[';
                result.Append(c switch
                {
                    '.' => @"[^\n\r\u2028\u2029]",
                    '$' => @"\z",
                    '(' when pattern.AsSpan(i).StartsWith("(?") && !pattern.AsSpan(i).StartsWith("(?:") =>
                        throw new NotSupportedException("it has a group of a kind that is not translated."),
                    _ => c.ToString(),
                });
            }
        }

        return result.ToString();
    }

    private static string Escape(char c, bool inClass) => c switch
    {
        'd' => inClass ? "0-9" : "[0-9]",
        _ when @"^$\.*+?()[]{}|/-".Contains(c, StringComparison.Ordinal) => $@"\{c}",
        _ => throw new NotSupportedException($@"it has the escape \{c}, which is not translated."),
    };
}
