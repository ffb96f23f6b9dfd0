using System.Globalization;

namespace Promote.Credentials.Formats.Linting.Rules;

/// <summary>Instants in UTC and whole seconds: a JWT's nbf and exp (RFC 7519 NumericDate) have to say the same as validFrom and validUntil, and texts in this form compare like instants.</summary>
internal sealed class WholeSeconds() : LeafRule("PC-L006", FormatFamily.OpenBadges3 | FormatFamily.OpenBadges2 | FormatFamily.Europass, Instants, "Write the instant as 2026-11-20T00:00:00Z.")
{
    private const string Fraction = ".0000000Z";
    private const int Seconds = 19;

    private static readonly HashSet<string> Instants =
    [
        "validFrom", "validUntil", "awardedDate", "activityStartDate", "activityEndDate", "issuedOn", "expires",
        "issued", "issuanceDate", "awardingDate", "startDate", "endDate", "dateOfBirth",
    ];

    internal override bool IsBrokenBy(LintLeaf leaf, LintInput input) => !IsWholeSecond(leaf.Text);

    // The form of .NET that is read without its pattern being read first has seven more digits.
    private static bool IsWholeSecond(string? text)
    {
        Span<char> exact = stackalloc char[Seconds + Fraction.Length];
        Fraction.CopyTo(exact[Seconds..]);
        return text is { Length: Seconds + 1 } && text[^1] == 'Z' && text.AsSpan(0, Seconds).TryCopyTo(exact)
            && DateTime.TryParseExact(exact, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
    }
}
