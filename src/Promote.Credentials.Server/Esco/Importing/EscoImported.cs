using System.Text.Json.Serialization;
using Promote.Credentials.Server.Esco.Files;

namespace Promote.Credentials.Server.Esco.Importing;

/// <summary>What an import read and what it changed.</summary>
/// <param name="Kind">What the file holds.</param>
/// <param name="Language">The language of its labels; null for relations, which have none.</param>
/// <param name="Rows">Concepts or relations in the file.</param>
/// <param name="New">Those that were not here in this language.</param>
/// <param name="Changed">Those that were here and say something else now.</param>
/// <param name="Removed">Those that were here and are no more.</param>
/// <param name="Seconds">How long it took.</param>
internal sealed record EscoImported(
    EscoFileKind Kind, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Language, long Rows, long New, long Changed, long Removed, double Seconds)
{
    /// <summary>Whether anything is different now.</summary>
    [JsonIgnore]
    public bool ChangedAnything => New + Changed + Removed > 0;
}
