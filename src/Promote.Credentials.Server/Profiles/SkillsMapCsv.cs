using System.Globalization;
using System.Text;
using CsvHelper;
using Promote.Credentials.Domain.Profiles;

namespace Promote.Credentials.Server.Profiles;

/// <summary>
/// A skills map as CSV for spreadsheets (RFC 4180): UTF-8 with a byte order mark, else they show wrong letters; what they would run as a formula gets an apostrophe in front.
/// </summary>
internal static class SkillsMapCsv
{
    /// <summary>What it is sent as.</summary>
    public const string MediaType = "text/csv; charset=utf-8";

    /// <summary>What it is saved as.</summary>
    public const string FileName = "skills-map.csv";

    private static readonly CsvWriterOptions Options = new() { Injection = CsvInjection.Escape };

    public static byte[] Write(SkillsMap map)
    {
        using var stream = new MemoryStream();
        stream.Write(Encoding.UTF8.Preamble);
        using (var csv = CsvWriter.Create(stream, Options, leaveOpen: true))
        {
            csv.WriteRecord(["skill", "label", "relation", "added", "achievements", "people", "fewer", "networkPeople", "networkFewer"]);
            foreach (var line in map.Skills)
            {
                csv.WriteRecord(
                [
                    line.Skill.Esco ?? line.Skill.Id!, line.Skill.Label, line.Skill.Relation == SkillRelation.Essential ? "essential" : "optional", Flag(line.Skill.Added),
                    line.Achievements.ToString(CultureInfo.InvariantCulture), Number(line.Issuer), Flag(line.Issuer.Hidden), Number(line.Network), Flag(line.Network.Hidden),
                ]);
            }
        }

        return stream.ToArray();
    }

    private static string Number(SkillPeople people) => people.People?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Flag(bool value) => value ? "true" : "false";
}
