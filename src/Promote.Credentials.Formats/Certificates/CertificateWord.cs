namespace Promote.Credentials.Formats.Certificates;

/// <summary>What a certificate says in its own words, in ten languages: <c>words.tsv</c>.</summary>
public enum CertificateWord
{
    /// <summary>The kind of document that a micro-credential is.</summary>
    MicroCredential,

    /// <summary>Every other kind.</summary>
    Certificate,

    /// <summary>Between the learner's name and the title.</summary>
    Earned,

    /// <summary>Heading of the learning outcomes.</summary>
    Outcomes,

    /// <summary>Level in the European Qualifications Framework.</summary>
    Level,

    /// <summary>Credit points.</summary>
    Credits,

    /// <summary>Notional workload.</summary>
    Workload,

    /// <summary>Day of the award.</summary>
    AwardedOn,

    /// <summary>Day of issuing.</summary>
    IssuedOn,

    /// <summary>Last day of validity.</summary>
    ValidUntil,

    /// <summary>Heading of the results.</summary>
    Results,

    /// <summary>Type of assessment.</summary>
    AssessmentType,

    /// <summary>Mode of learning.</summary>
    LearningMode,

    /// <summary>Form of participation.</summary>
    Participation,

    /// <summary>Type of quality assurance.</summary>
    QualityAssurance,

    /// <summary>Field of education and training.</summary>
    Field,

    /// <summary>Beside the QR code.</summary>
    Verify,

    /// <summary>Before the short id.</summary>
    CredentialId,

    /// <summary>For what there is no room for; <c>{n}</c> stands for how many.</summary>
    AndMore,

    /// <summary>An assessment that nobody named.</summary>
    Assessment,

    /// <summary>The grade of an assessment without results: the award says that it was passed.</summary>
    Passed,

    /// <summary>How a day is written, in the notation of .NET.</summary>
    Date,
}
