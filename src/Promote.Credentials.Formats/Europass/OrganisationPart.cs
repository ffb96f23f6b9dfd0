using Promote.Credentials.Domain.Concepts;
using Promote.Credentials.Formats.Pictures;
using Promote.Credentials.Proofs.Jades;

namespace Promote.Credentials.Formats.Europass;

/// <summary>ELM Organisation: the body that awards, as the award knows it, and the owner of the seal, as its certificate knows it.</summary>
internal static class OrganisationPart
{
    /// <summary>The body that awards.</summary>
    internal static ElmNode AwardingBody(EdcContent content)
    {
        var issuer = content.Award.Issuer;
        return new ElmNode("Organisation", "org")
            .With("location", Location(issuer.CountryCode))
            .With("logo", Logo(content.Ids.Logo))
            .With("legalName", content.Text(issuer.Name))
            .With("homepage", Homepage(issuer.Url));
    }

    /// <summary>
    /// The owner of the seal. The Commission's own issuer overwrites what the document says about its issuer with the fields of the
    /// certificate, under these ids; a random part keeps this organisation apart from every other one.
    /// </summary>
    internal static ElmNode SealOwner(EdcContent content, SealSubject seal) => new ElmNode("Organisation", "org") { Id = content.Ids.SealOwnerId }
        .With("eIDASIdentifier", new ElmNode("LegalIdentifier", "legalIdentifier") { Id = "urn:certificateIdentifier:1" }
            .With("spatial", Country(seal.Country))
            .With("notation", seal.OrganisationIdentifier))
        .With("location", new ElmNode("Location", "location") { Id = "urn:certificateLocation:1" }
            .With("address", new ElmNode("Address", "address") { Id = "urn:certificateAddress:1" }.With("countryCode", Country(seal.Country))))
        .With("altLabel", content.InPrimaryLanguage(seal.CommonName))
        .With("legalName", content.InPrimaryLanguage(seal.Organisation));

    private static ElmNode Location(string country) => new ElmNode("Location", "location")
        .With("address", new ElmNode("Address", "address").With("countryCode", Country(country)));

    private static ElmNode? Country(string code) => ConceptList.Countries.TryGetByCode(code, out var concept) ? Concepts.Known(concept) : null;

    private static ElmNode? Homepage(Uri? url) => url is null ? null : new ElmNode("WebResource", "webResource").With("contentURL", url.AbsoluteUri);

    // The file type list has PNG and JPEG; an SVG would be one more thing that viewers do not draw.
    private static ElmNode? Logo(Picture? logo) => logo is { MediaType: Picture.Png } ? Media.Png(logo.Bytes.Span) : null;
}
