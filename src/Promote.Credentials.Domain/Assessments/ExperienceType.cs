namespace Promote.Credentials.Domain.Assessments;

/// <summary>Where somebody learned outside courses.</summary>
public enum ExperienceType
{
    /// <summary>At work.</summary>
    Employment,

    /// <summary>In unpaid work for others.</summary>
    Volunteering,

    /// <summary>In training that led to no certificate.</summary>
    Training,

    /// <summary>Alone.</summary>
    SelfStudy,

    /// <summary>Elsewhere in life.</summary>
    Other,
}
