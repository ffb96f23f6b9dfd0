using Promote.Credentials.Domain.Text;

namespace Promote.Credentials.Domain.Pathways;

/// <summary>What a pathway has to know of an achievement in it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name by language.</param>
/// <param name="Ects">Its credit points; 0 when it has none.</param>
public sealed record PathwayAchievement(string Id, LanguageMap Name, decimal Ects);
