namespace Promote.Credentials.Server.Esco.Files;

/// <summary>What one of ESCO's CSV files holds.</summary>
internal enum EscoFileKind
{
    /// <summary><c>occupations_xx.csv</c>.</summary>
    Occupations,

    /// <summary><c>skills_xx.csv</c>.</summary>
    Skills,

    /// <summary><c>occupationSkillRelations_xx.csv</c>, the same in every language.</summary>
    Relations,
}
