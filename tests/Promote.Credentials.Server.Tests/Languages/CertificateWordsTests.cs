using Promote.Credentials.Formats.Certificates;
using Promote.Credentials.Server.Languages;

namespace Promote.Credentials.Server.Tests.Languages;

/// <summary>Certificates are set by a library that knows nothing of the pages, so each has its texts: one word for one thing in both.</summary>
public sealed class CertificateWordsTests
{
    public static TheoryData<string> Tags => [.. Language.All.Select(language => language.Tag)];

    [Theory, MemberData(nameof(Tags))]
    public void A_certificate_calls_things_as_the_pages_do(string tag) => Assert.All(
        new Dictionary<CertificateWord, string>
        {
            [CertificateWord.MicroCredential] = "pages.type.MicroCredential",
            [CertificateWord.Credits] = "pages.achievement.credits",
            [CertificateWord.Workload] = "pages.alignment.workload",
            [CertificateWord.LearningMode] = "pages.alignment.mode",
            [CertificateWord.Participation] = "pages.alignment.participation",
            [CertificateWord.AssessmentType] = "pages.alignment.assessment",
            [CertificateWord.QualityAssurance] = "pages.alignment.quality",
        },
        pair => Assert.Equal(Texts.In(tag)[pair.Value], CertificateWords.In(tag, pair.Key)));
}
