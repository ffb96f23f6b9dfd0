using System.Collections.Frozen;

namespace Promote.Credentials.Domain.Achievements;

/// <summary>OB 3.0 AchievementType.</summary>
public static class AchievementTypes
{
    /// <summary>The members of the enumeration.</summary>
    public static FrozenSet<string> All { get; } =
    [
        "Achievement", "ApprenticeshipCertificate", "Assessment", "Assignment", "AssociateDegree", "Award", "Badge",
        "BachelorDegree", "Certificate", "CertificateOfCompletion", "Certification", "CoCurricular", "CommunityService",
        "Competency", "Course", "Degree", "Diploma", "DoctoralDegree", "Fieldwork", "GeneralEducationDevelopment",
        "JourneymanCertificate", "LearningProgram", "License", "MasterCertificate", "MasterDegree", "Membership",
        "MicroCredential", "ProfessionalDoctorate", "QualityAssuranceCredential", "ResearchDoctorate", "SecondarySchoolDiploma",
    ];
}
