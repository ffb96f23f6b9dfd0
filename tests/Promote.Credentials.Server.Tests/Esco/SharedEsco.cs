using Promote.Credentials.Tests;

namespace Promote.Credentials.Server.Tests.Esco;

/// <summary>Published rows of ESCO in the layout of its download, beside the repository at <c>../shared/esco</c>.</summary>
internal static class SharedEsco
{
    public const string PrisonOfficer = "http://data.europa.eu/esco/occupation/3327a087-cd36-4b02-ac1b-6455f59f9312";

    private static readonly string Folder = Path.GetFullPath(Path.Combine(Vectors.Folder, "..", "esco"));

    /// <summary>Why the tests that read the files are skipped; null where they are there.</summary>
    public static string? Missing { get; } = Directory.Exists(Folder) ? null : $"{Folder} is not there";

    public static string PathOf(string file) => Path.Combine(Folder, file);

    /// <summary>Every file with its language and how many rows it has.</summary>
    public static TheoryData<string, string, int> All { get; } = new()
    {
        { "occupations_da.csv", "da", 38 },
        { "occupations_de.csv", "de", 38 },
        { "occupations_en.csv", "en", 38 },
        { "occupations_it.csv", "it", 38 },
        { "occupations_lt.csv", "lt", 38 },
        { "occupations_nl.csv", "nl", 38 },
        { "occupations_pt.csv", "pt", 38 },
        { "occupations_ro.csv", "ro", 38 },
        { "skills_de.csv", "de", 341 },
        { "skills_en.csv", "en", 399 },
        { "skills_nl.csv", "nl", 177 },
        { "occupationSkillRelations_en.csv", "en", 125 },
    };
}
