namespace Promote.Credentials.LinkedData.Rdf;

/// <summary>A statement and the graph that holds it.</summary>
/// <param name="Subject">An IRI or a blank node.</param>
/// <param name="Predicate">An IRI; a blank node only in generalized RDF.</param>
/// <param name="Object">Any term.</param>
/// <param name="Graph">An IRI or a blank node; null is the default graph.</param>
public readonly record struct Quad(Term Subject, Term Predicate, Term Object, Term? Graph);
