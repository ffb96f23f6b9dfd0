using Promote.Credentials.LinkedData.Rdf;

namespace Promote.Credentials.LinkedData.Shacl;

/// <summary>One validation result (SHACL §3.6.2). The nodes and the value come from the graph and may be personal; the message never is.</summary>
/// <param name="FocusNode">The node that was checked.</param>
/// <param name="Path">The property whose values fail; null where the node itself does.</param>
/// <param name="Component">The parameter of SHACL §4 that is failed, without its prefix, such as <c>minCount</c>.</param>
/// <param name="Shape">Class or shape that the constraint is stated of, as it is written in the shapes.</param>
/// <param name="Value">The value that fails; null where it is the number or the sum of values.</param>
/// <param name="Message">A sentence about what is asked of the values, such as “Must be an IRI.”</param>
public sealed record ShaclViolation(Term FocusNode, Iri? Path, string Component, string Shape, Term? Value, string Message);
