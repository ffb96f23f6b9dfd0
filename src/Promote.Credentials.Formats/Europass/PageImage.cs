using Promote.Credentials.Formats.Certificates;

namespace Promote.Credentials.Formats.Europass;

/// <summary>The page that viewers show in one language, as a picture.</summary>
internal static class PageImage
{
    /// <summary>The drawn page; a blank one for a trial. Where nothing can be drawn, and keys are for development, one that says TEST and nothing more.</summary>
    /// <exception cref="InvalidOperationException">Nothing can be drawn and the document would count: a placeholder would be signed for ever.</exception>
    internal static ReadOnlySpan<byte> Of(EdcContent content, string language)
    {
        var ids = content.Ids;
        if (ids.IsTrial)
        {
            return PagePicture.TestPage;
        }

        if (Rendering.IsAvailable)
        {
            return PagePicture.Render(CertificateFace.Of(content.Award, ids.Urls, ids.PublicId, language, ids.Logo, ids.IsTest));
        }

        return ids.IsTest ? PagePicture.TestPage : throw new InvalidOperationException(Rendering.Missing);
    }
}
