using System.Globalization;
using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Domain.Awards;
using Promote.Credentials.Domain.Concepts;
using Promote.Credentials.Domain.Text;
using Promote.Credentials.Formats.Pictures;

namespace Promote.Credentials.Formats.Certificates;

/// <summary>What a certificate says, in one language. It names the learner: it is the holder's, and nobody else is given it.</summary>
public sealed record CertificateFace
{
    // Enough to tell two credentials apart by eye, against the page that the QR code leads to.
    private const int ShortIdLength = 8;

    /// <summary>BCP 47 tag of the language.</summary>
    public required string Language { get; init; }

    /// <summary>What kind of document it is.</summary>
    public required string Kind { get; init; }

    /// <summary>Name of the issuer.</summary>
    public required string Issuer { get; init; }

    /// <summary>Logo of the issuer, as it was uploaded and examined here; null for none.</summary>
    public Picture? Logo { get; init; }

    /// <summary>Full name of the learner.</summary>
    public required string Learner { get; init; }

    /// <summary>Title of the achievement.</summary>
    public required string Title { get; init; }

    /// <summary>What was learned.</summary>
    public required string Description { get; init; }

    /// <summary>Learning outcomes, in order.</summary>
    public IReadOnlyList<string> Outcomes { get; init; } = [];

    /// <summary>What else is known about the achievement: level, credits, workload and so on.</summary>
    public IReadOnlyList<(string Label, string Value)> Facts { get; init; } = [];

    /// <summary>Days of award, issue and end of validity.</summary>
    public IReadOnlyList<(string Label, string Value)> Dates { get; init; } = [];

    /// <summary>Results of the assessment.</summary>
    public IReadOnlyList<(string Name, string Value)> Results { get; init; } = [];

    /// <summary>The verification page, which the QR code leads to.</summary>
    public required string VerificationUrl { get; init; }

    /// <summary>The beginning of the public id, to be compared by eye.</summary>
    public required string ShortId { get; init; }

    /// <summary>Whether it says TEST across the page.</summary>
    public bool IsTest { get; init; }

    /// <summary>The certificate of an award.</summary>
    /// <param name="award">The award.</param>
    /// <param name="urls">The addresses of this service.</param>
    /// <param name="publicId">Id of the verification page.</param>
    /// <param name="language">One of the achievement's languages; a text without it is in the issuer's own.</param>
    /// <param name="logo">Logo of the issuer, or null.</param>
    /// <param name="isTest">Whether it is to say TEST.</param>
    public static CertificateFace Of(Award award, PublicUrls urls, string publicId, string language, Picture? logo, bool isTest)
    {
        ArgumentNullException.ThrowIfNull(award);
        ArgumentNullException.ThrowIfNull(urls);
        ArgumentNullException.ThrowIfNull(publicId);
        var content = award.Achievement.Content;
        string Text(LanguageMap text) => text.InOrElse(language, award.Issuer.PrimaryLanguage);
        return new()
        {
            Language = language,
            Kind = KindOf(content.Type, language),
            Issuer = Text(award.Issuer.Name),
            Logo = logo,
            Learner = $"{award.Learner.GivenName} {award.Learner.FamilyName}".Trim(),
            Title = Text(content.Name),
            Description = Text(content.Description),
            Outcomes = [.. content.Outcomes.Select(outcome => Text(outcome.Title))],
            Facts = [.. FactsOf(content, language)],
            Dates = [.. DatesOf(award, language)],
            Results =
            [
                .. from result in award.Results
                   let description = content.ResultDescriptions.First(candidate => candidate.Id == result.ResultDescription)
                   select (Text(description.Name), description.Shown(result.Value, Text)),
            ],
            VerificationUrl = urls.Credential(publicId),
            ShortId = publicId[..ShortIdLength],
            IsTest = isTest,
        };
    }

    /// <summary>The kind of document that an achievement of this type is certified by.</summary>
    /// <param name="achievementType">OB 3.0 achievementType.</param>
    /// <param name="language">BCP 47 tag.</param>
    public static string KindOf(string achievementType, string language) =>
        CertificateWords.In(language, achievementType == AnnexI.MicroCredential ? CertificateWord.MicroCredential : CertificateWord.Certificate);

    /// <summary>Says nothing, so that no log or message can show a person.</summary>
    public override string ToString() => "CertificateFace ***";

    private static IEnumerable<(string Label, string Value)> FactsOf(AchievementContent content, string language)
    {
        (CertificateWord Word, string? Value)[] facts =
        [
            (CertificateWord.Level, content.EqfLevel is { } level ? string.Create(CultureInfo.InvariantCulture, $"EQF {level}") : null),
            (CertificateWord.Credits, content.Credits is { } credits ? string.Create(CultureInfo.InvariantCulture, $"{credits.Ects:0.##} ECTS") : null),
            (CertificateWord.Workload, content.Workload is { } workload ? $"{workload[2..^1]} h" : null), // PT60H
            (CertificateWord.Field, LabelOf(ConceptList.ThematicAreas, content.ThematicArea, language)),
            (CertificateWord.LearningMode, LabelOf(ConceptList.LearningModes, content.Mode, language)),
            (CertificateWord.Participation, LabelOf(ConceptList.ParticipationForms, content.Participation, language)),
            (CertificateWord.AssessmentType, LabelOf(ConceptList.AssessmentTypes, content.AssessmentType, language)),
            (CertificateWord.QualityAssurance, LabelOf(ConceptList.QualityAssuranceTypes, content.QualityAssurance, language)),
        ];
        return facts.Where(fact => fact.Value is not null).Select(fact => (CertificateWords.In(language, fact.Word), fact.Value!));
    }

    private static IEnumerable<(string Label, string Value)> DatesOf(Award award, string language)
    {
        yield return (CertificateWords.In(language, CertificateWord.AwardedOn), CertificateWords.Day(language, award.AwardedOn));
        yield return (CertificateWords.In(language, CertificateWord.IssuedOn), CertificateWords.Day(language, award.IssuedAt));
        if (award.ValidUntil is { } end)
        {
            yield return (CertificateWords.In(language, CertificateWord.ValidUntil), CertificateWords.Day(language, end));
        }
    }

    // Published names only: English where there is none in the language.
    private static string? LabelOf(ConceptList list, Uri? concept, string language) =>
        concept is not null && list.TryGetLabel(concept, out var label) ? label.InOrElse(language, "en") : null;
}
