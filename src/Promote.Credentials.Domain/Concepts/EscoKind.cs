namespace Promote.Credentials.Domain.Concepts;

/// <summary>What a concept of ESCO is.</summary>
public enum EscoKind
{
    /// <summary>What people work as.</summary>
    Occupation,

    /// <summary>What people can do or know.</summary>
    Skill,
}
