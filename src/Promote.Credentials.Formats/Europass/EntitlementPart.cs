using Promote.Credentials.Domain.Concepts;

namespace Promote.Credentials.Formats.Europass;

/// <summary>ELM LearningEntitlement: what the achievement entitles to, limited to the occupation that it prepares for.</summary>
internal static class EntitlementPart
{
    private const string ToAnOccupation = "http://data.europa.eu/snb/entitlement/52f62180c2";

    internal static ElmNode? Of(EdcContent content)
    {
        if (content.Achievement.Entitlement is not { } entitlement)
        {
            return null;
        }

        var title = content.Text(entitlement.Title);
        return new ElmNode("LearningEntitlement", "entitlement")
            .With("title", title)
            .With("awardedBy", content.AwardedBy)
            .With("specifiedBy", new ElmNode("LearningEntitlementSpecification", "entitlementSpec")
                .With("title", title)
                .With("dcType", Concepts.Of(ConceptList.EntitlementTypes, entitlement.Type))
                .With("entitlementStatus", Concepts.Of(ConceptList.EntitlementStatuses, entitlement.Status))
                .With("limitOccupation", Occupation(content)));
    }

    private static ElmNode? Occupation(EdcContent content) => content.Achievement.Entitlement?.Type.OriginalString == ToAnOccupation
        ? Concepts.OfEsco(ConceptList.EscoOccupations, Terms.EscoOccupations, content.Achievement.Occupation)
        : null;
}
