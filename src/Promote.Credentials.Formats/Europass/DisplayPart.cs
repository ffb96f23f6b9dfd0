using Promote.Credentials.Domain.Concepts;
using Promote.Credentials.Domain.Text;
using Promote.Credentials.Formats.Certificates;

namespace Promote.Credentials.Formats.Europass;

/// <summary>ELM DisplayParameter: what the document is called and, in each language of the achievement, the page that viewers show.</summary>
internal static class DisplayPart
{
    internal static ElmNode Of(EdcContent content) => new ElmNode("DisplayParameter", "displayParameter")
        .With("title", Kind(content))
        .With("language", content.Languages.Select(Language))
        .With("primaryLanguage", Language(content.PrimaryLanguage))
        .With("individualDisplay", content.Languages.Select(language => Page(content, language)));

    private static ElmNode Page(EdcContent content, string language) => new ElmNode("IndividualDisplay", "individualDisplay")
        .With("language", Language(language))
        .With("displayDetail", new ElmNode("DisplayDetail", "displayDetail")
            .With("page", 1)
            .With("image", Media.Png(PageImage.Of(content, language))));

    private static LanguageMap Kind(EdcContent content) => new(content.Languages.Select(language =>
        KeyValuePair.Create(language, CertificateFace.KindOf(content.Achievement.Type, language))));

    // Requirements has made sure that every language of the achievement is in the list.
    private static ElmNode Language(string language) => Concepts.Known(ConceptList.Languages.ByCode(language));
}
