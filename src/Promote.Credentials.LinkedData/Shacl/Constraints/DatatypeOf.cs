using Promote.Credentials.LinkedData.Rdf;
using Promote.Credentials.LinkedData.Shacl.Data;

namespace Promote.Credentials.LinkedData.Shacl.Constraints;

/// <summary><c>sh:datatype</c> (SHACL §4.1.2): the literal has the datatype and, where that is one of XML Schema's, its lexical form.</summary>
internal sealed class DatatypeOf(Iri datatype, LexicalSpace space, string name) : ValueConstraint("datatype", $"a literal of the datatype {name}")
{
    public override bool Holds(Value value) => value.Term is Literal literal && literal.Datatype.Equals(datatype) && space(literal.Value);
}
