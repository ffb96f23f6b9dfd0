using System.Diagnostics.CodeAnalysis;

namespace Promote.Credentials.Server.Esco.Files;

/// <summary>The columns of ESCO's files by which each kind is known and which are read. There may be others, in any order.</summary>
internal sealed record EscoColumns(EscoFileKind Kind, string KnownBy, string[] Needed)
{
    public const string ConceptUri = "conceptUri";
    public const string IscoGroup = "iscoGroup";
    public const string Code = "code";
    public const string SkillType = "skillType";
    public const string ReuseLevel = "reuseLevel";
    public const string PreferredLabel = "preferredLabel";
    public const string AltLabels = "altLabels";
    public const string OccupationUri = "occupationUri";
    public const string RelationType = "relationType";
    public const string SkillUri = "skillUri";

    // In this order: the file of relations has the types of its skills, too.
    private static readonly EscoColumns[] All =
    [
        new(EscoFileKind.Relations, OccupationUri, [OccupationUri, RelationType, SkillUri]),
        new(EscoFileKind.Occupations, IscoGroup, [ConceptUri, IscoGroup, Code, PreferredLabel, AltLabels]),
        new(EscoFileKind.Skills, SkillType, [ConceptUri, SkillType, ReuseLevel, PreferredLabel, AltLabels]),
    ];

    /// <summary>What the files look like, for whoever sent something else.</summary>
    public static string Expected { get; } = string.Join("; ", All.Select(columns => $"{columns.Kind.ToString().ToLowerInvariant()} have {string.Join(", ", columns.Needed)}"));

    /// <summary>Tells the kind of a file by its header.</summary>
    public static bool TryFind(IReadOnlyList<string> header, [NotNullWhen(true)] out EscoColumns? columns)
    {
        columns = Array.Find(All, columns => header.Contains(columns.KnownBy));
        return columns is not null;
    }
}
