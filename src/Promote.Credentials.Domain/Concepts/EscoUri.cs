using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Promote.Credentials.Domain.Concepts;

/// <summary>The URIs that ESCO publishes occupations and skills under. They begin with http: that is their name, not where they are fetched.</summary>
public static partial class EscoUri
{
    /// <summary>What the URI of an occupation begins with.</summary>
    public const string Occupations = "http://data.europa.eu/esco/occupation/";

    /// <summary>What the URI of a skill begins with.</summary>
    public const string Skills = "http://data.europa.eu/esco/skill/";

    /// <summary>Tells what a URI names, or that it is no URI of an ESCO occupation or skill.</summary>
    public static bool TryGetKind([NotNullWhen(true)] string? uri, out EscoKind kind)
    {
        kind = uri?.StartsWith(Skills, StringComparison.Ordinal) == true ? EscoKind.Skill : EscoKind.Occupation;
        var prefix = kind == EscoKind.Skill ? Skills : Occupations;
        return uri?.StartsWith(prefix, StringComparison.Ordinal) == true && Id.IsMatch(uri.AsSpan(prefix.Length));
    }

    // Most ids are UUIDs, older ones are not.
    [GeneratedRegex("^[A-Za-z0-9._-]{1,64}\\z")]
    private static partial Regex Id { get; }
}
