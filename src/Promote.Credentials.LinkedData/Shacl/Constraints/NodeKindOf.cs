using Promote.Credentials.LinkedData.Rdf;
using Promote.Credentials.LinkedData.Shacl.Data;

namespace Promote.Credentials.LinkedData.Shacl.Constraints;

/// <summary><c>sh:nodeKind</c> (SHACL §4.1.3), of which <c>sh:IRI</c> and <c>sh:Literal</c> are in use.</summary>
/// <typeparam name="TTerm">The kind of term.</typeparam>
internal sealed class NodeKindOf<TTerm>(string phrase) : ValueConstraint("nodeKind", phrase)
    where TTerm : Term
{
    public override bool Holds(Value value) => value.Term is TTerm;
}
