using System.Globalization;
using Promote.Credentials.LinkedData.Rdf;

namespace Promote.Credentials.LinkedData.JsonLd.ToRdf;

/// <summary>JSON numbers as XML Schema writes them (JSON-LD 1.1 API §8.6, "data round tripping").</summary>
internal static class NumberConversion
{
    public static Literal Convert(double number, Iri? datatype, Place place)
    {
        if (!double.IsFinite(number))
        {
            throw place.Error(JsonLdErrorCode.InvalidValueObjectValue, "The number does not fit a double.");
        }

        bool isDouble = Math.Abs(number) >= 1e21 || number != Math.Truncate(number) || RdfTerms.XsdDouble.Equals(datatype);
        return isDouble
            ? Literal.Typed(CanonicalDouble(number), datatype ?? RdfTerms.XsdDouble)
            : Literal.Typed(CanonicalInteger(number), datatype ?? RdfTerms.XsdInteger);
    }

    // Adding zero makes 0 of -0, which is no integer.
    private static string CanonicalInteger(double number) => (number + 0.0).ToString("F0", CultureInfo.InvariantCulture);

    /// <summary>A mantissa with one digit before the point and at least one after it, up to 15, then E and the exponent.</summary>
    private static string CanonicalDouble(double number)
    {
        string text = number.ToString("E15", CultureInfo.InvariantCulture);
        int e = text.IndexOf('E', StringComparison.Ordinal);
        string mantissa = text[..e].TrimEnd('0');
        int exponent = int.Parse(text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{mantissa}{(mantissa[^1] == '.' ? "0" : "")}E{exponent}");
    }
}
