using static Promote.Credentials.Server.Languages.PluralCategory;

namespace Promote.Credentials.Server.Languages;

/// <summary>The cardinal rules of the ten languages, from the table "Language Plural Rules" of Unicode CLDR 48.</summary>
internal static class PluralRules
{
    // Compact notation (1M) is not written here, so the operand e is always 0.
    private const int Million = 1_000_000;

    /// <summary>en, de, nl: <c>i = 1 and v = 0</c> is one.</summary>
    public static PluralCategory Germanic(PluralOperands number) => IsOne(number) ? One : Other;

    /// <summary>da: <c>n = 1 or t != 0 and i = 0,1</c> is one: 0,5 time, 1,5 time.</summary>
    public static PluralCategory Danish(PluralOperands number) => number.N == 1 || (!number.IsWhole && number.I <= 1) ? One : Other;

    /// <summary>tr: <c>n = 1</c> is one.</summary>
    public static PluralCategory Turkish(PluralOperands number) => number.N == 1 ? One : Other;

    /// <summary>it and the Portuguese of Portugal: <c>i = 1 and v = 0</c> is one, whole millions are many.</summary>
    public static PluralCategory Italian(PluralOperands number) => IsOne(number) ? One : IsMillions(number) ? Many : Other;

    /// <summary>fr: <c>i = 0,1</c> is one (0 heure, 1,5 heure), whole millions are many.</summary>
    public static PluralCategory French(PluralOperands number) => number.I <= 1 ? One : IsMillions(number) ? Many : Other;

    /// <summary>ro: fractions, 0 and what ends in 01 to 19 are few (2 ore, 119 ore), the rest is other (20 de ore).</summary>
    public static PluralCategory Romanian(PluralOperands number) =>
        IsOne(number) ? One : !number.IsWhole || number.N == 0 || (number.N % 100 is >= 1 and <= 19) ? Few : Other;

    /// <summary>lt: 1, 21, 31 are one, 2 to 9 and 22 to 29 are few, fractions are many, 0 and 10 to 20 are other.</summary>
    public static PluralCategory Lithuanian(PluralOperands number) =>
        !number.IsWhole ? Many
        : number.N % 100 is >= 11 and <= 19 ? Other
        : (number.N % 10) switch
        {
            1 => One,
            >= 2 => Few,
            _ => Other,
        };

    private static bool IsOne(PluralOperands number) => number is { I: 1, IsWhole: true };

    private static bool IsMillions(PluralOperands number) => number.IsWhole && number.I != 0 && number.I % Million == 0;
}
