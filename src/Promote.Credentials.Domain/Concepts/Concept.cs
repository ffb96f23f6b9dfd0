using Promote.Credentials.Domain.Text;

namespace Promote.Credentials.Domain.Concepts;

/// <summary>One entry of a published list (SKOS Concept).</summary>
/// <param name="Uri">The URI it is published under.</param>
/// <param name="Scheme">The URI of the list that it is published in (SKOS inScheme).</param>
/// <param name="Label">Its published names, English first (SKOS prefLabel).</param>
/// <param name="Code">A short form that other standards know it by, such as <c>RO</c> of ISO 3166-1 or <c>1032</c> of ISCED-F, or null.</param>
public sealed record Concept(string Uri, string Scheme, LanguageMap Label, string? Code = null);
