namespace Promote.Credentials.Server.Profiles;

/// <summary>How much an occupation needs a skill, in the words of ESCO.</summary>
internal enum SkillRelation
{
    /// <summary>Always.</summary>
    Essential,

    /// <summary>In some places.</summary>
    Optional,
}
