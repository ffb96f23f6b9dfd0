using System.Globalization;

namespace Promote.Credentials.Server.Languages;

/// <summary>What plural rules look at in a number, as it is shown (UTS #35 part 3 §5.1.1). Numbers are shown without trailing zeros.</summary>
internal readonly record struct PluralOperands
{
    public PluralOperands(decimal number)
    {
        N = Math.Abs(number);
        I = decimal.Truncate(N);
        F = N.ToString("0.############################", CultureInfo.InvariantCulture).Split('.') is [_, var fraction] ? fraction : "";
    }

    /// <summary>The absolute value.</summary>
    public decimal N { get; }

    /// <summary>Its whole part.</summary>
    public decimal I { get; }

    /// <summary>Its fraction digits.</summary>
    public string F { get; }

    /// <summary>Whether it has no fraction digits: <c>v = 0</c>.</summary>
    public bool IsWhole => F.Length == 0;
}
