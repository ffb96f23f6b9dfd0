namespace Promote.Credentials.LinkedData.Rdf;

/// <summary>Language tags as Turtle and N-Quads spell them: <c>[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*</c>.</summary>
internal static class LanguageTag
{
    public static bool IsWellFormed(ReadOnlySpan<char> tag)
    {
        bool primary = true;
        foreach (var range in tag.Split('-'))
        {
            var part = tag[range];
            if (part.Length is 0 or > 8 || !AllAllowed(part, primary))
            {
                return false;
            }

            primary = false;
        }

        return true;
    }

    private static bool AllAllowed(ReadOnlySpan<char> part, bool lettersOnly)
    {
        foreach (char c in part)
        {
            if (!char.IsAsciiLetter(c) && (lettersOnly || !char.IsAsciiDigit(c)))
            {
                return false;
            }
        }

        return true;
    }
}
