using System.Collections.Frozen;

namespace Promote.Credentials.Domain.Concepts;

/// <summary>The languages that ESCO is published in, by their codes: those of the EU, Norwegian, Icelandic, Ukrainian and Arabic.</summary>
public static class EscoLanguages
{
    /// <summary>The language that every concept has a name in; what is shown where another one is missing.</summary>
    public const string English = "en";

    /// <summary>Every language.</summary>
    public static FrozenSet<string> All { get; } =
    [
        "bg", "es", "cs", "da", "de", "et", "el", English, "fr", "ga", "hr", "it", "lv", "lt",
        "hu", "mt", "nl", "pl", "pt", "ro", "sk", "sl", "fi", "sv", "is", "no", "uk", "ar",
    ];
}
