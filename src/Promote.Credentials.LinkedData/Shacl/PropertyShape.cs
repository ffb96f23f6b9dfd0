using Promote.Credentials.LinkedData.Rdf;
using Promote.Credentials.LinkedData.Shacl.Constraints;

namespace Promote.Credentials.LinkedData.Shacl;

/// <summary>A compiled property shape (SHACL §2.3) whose path is one predicate (§2.3.1.1).</summary>
/// <param name="Path">The predicate.</param>
/// <param name="Number">Its number in the vocabulary of the shapes.</param>
/// <param name="Constraints">What its values must satisfy.</param>
internal sealed record PropertyShape(Iri Path, int Number, Constraint[] Constraints);
