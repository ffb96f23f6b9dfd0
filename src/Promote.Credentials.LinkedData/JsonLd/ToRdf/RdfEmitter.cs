using System.Globalization;
using Promote.Credentials.LinkedData.JsonLd.Expansion;
using Promote.Credentials.LinkedData.Rdf;

namespace Promote.Credentials.LinkedData.JsonLd.ToRdf;

/// <summary>
/// Deserializes an expanded document to RDF (JSON-LD 1.1 API §8.1.2). The standard goes by way of a node map; a dataset is
/// a set already, so walking the tree gives the same quads.
/// </summary>
internal sealed class RdfEmitter
{
    private readonly Dictionary<string, Term?> identifiers = new(StringComparer.Ordinal);
    private readonly LiteralConversion literals;
    private readonly JsonLdOptions options;
    private readonly SafeMode safe;
    private readonly RdfDataset dataset = new();
    private int blankNodes;

    public RdfEmitter(JsonLdOptions options, SafeMode safe)
    {
        this.options = options;
        this.safe = safe;
        literals = new LiteralConversion(options.RdfDirection, safe, text => Identifier(text) as Iri);
    }

    public RdfDataset Emit(List<Expanded> document)
    {
        EmitNodes(document, null);
        return dataset;
    }

    private void EmitNodes(List<Expanded> items, Term? graph)
    {
        foreach (var item in items)
        {
            // JSON-LD keeps these in a graph, RDF has no place for them.
            if (item is not ExpandedNode { IsOnlyId: false } node)
            {
                safe.Dropped(item.Place, "What says nothing in its graph");
            }
            else
            {
                EmitNode(node, graph);
            }
        }
    }

    /// <summary>Emits what a node says and gives its term; null where its identifier is not well-formed, and it says nothing then.</summary>
    private Term? EmitNode(ExpandedNode node, Term? graph)
    {
        RefuseIndex(node);
        var subject = !node.HasId ? NewBlankNode() : node.Id is null ? null : Identifier(node.Id);
        if (subject is null)
        {
            safe.RelativeIri(node.Place, node.Id);
        }

        foreach (string type in node.Types ?? [])
        {
            var term = Identifier(type);
            if (term is null)
            {
                safe.UndefinedType(node.Place, type);
            }

            Add(subject, RdfTerms.Type, term, graph);
        }

        foreach (var (property, values) in node.Properties)
        {
            var predicate = Predicate(property, values);
            foreach (var value in values)
            {
                Add(subject, predicate, EmitObject(value, graph), graph);
            }
        }

        EmitReverse(node, subject, graph);
        EmitNodes(node.Included ?? [], graph);
        if (subject is not null && node.Graph is { } own)
        {
            EmitNodes(own, subject);
        }

        return subject;
    }

    private void EmitReverse(ExpandedNode node, Term? subject, Term? graph)
    {
        foreach (var (property, values) in node.Reverse ?? [])
        {
            var predicate = Predicate(property, values);
            foreach (var value in values)
            {
                Add(EmitObject(value, graph), predicate, subject, graph);
            }
        }
    }

    private Term? EmitObject(Expanded value, Term? graph)
    {
        switch (value)
        {
            case ExpandedNode node:
                return EmitNode(node, graph);
            case ExpandedList list:
                RefuseIndex(list);
                return EmitList(list, graph);
            default:
                RefuseIndex(value);
                var literal = (ExpandedValue)value;
                return literal.Direction is not null && options.RdfDirection == RdfDirection.CompoundLiteral
                    ? EmitCompound(literal, graph)
                    : literals.Convert(literal);
        }
    }

    // JSON-LD 1.1 API §8.3: from the end, so that each cell knows the next.
    private Term EmitList(ExpandedList list, Term? graph)
    {
        Term rest = RdfTerms.Nil;
        for (int i = list.Items.Count - 1; i >= 0; i--)
        {
            var cell = NewBlankNode();
            Add(cell, RdfTerms.First, EmitObject(list.Items[i], graph), graph);
            Add(cell, RdfTerms.Rest, rest, graph);
            rest = cell;
        }

        return rest;
    }

    private BlankNode EmitCompound(ExpandedValue value, Term? graph)
    {
        var node = NewBlankNode();
        Add(node, RdfTerms.Value, Literal.Typed(value.Text ?? "", RdfTerms.XsdString), graph);
        Add(node, RdfTerms.Direction, Literal.Typed(value.Direction!, RdfTerms.XsdString), graph);
        if (value.Language is { } language)
        {
            Add(node, RdfTerms.Language, Literal.Typed(language.ToLowerInvariant(), RdfTerms.XsdString), graph);
        }

        return node;
    }

    private Term? Predicate(string property, List<Expanded> values)
    {
        var term = Identifier(property);
        if (term is Iri || (term is BlankNode && options.ProduceGeneralizedRdf))
        {
            return term;
        }

        foreach (var value in values)
        {
            safe.Dropped(value.Place, $"The value of \"{property}\", which is no IRI,");
        }

        return null;
    }

    /// <summary>The term of an identifier, one for all its uses; null when it is not well-formed.</summary>
    private Term? Identifier(string text)
    {
        if (!identifiers.TryGetValue(text, out var term))
        {
            term = text.StartsWith("_:", StringComparison.Ordinal) ? NewBlankNode() : Iri.TryCreate(text, out var iri) ? iri : null;
            identifiers.Add(text, term);
        }

        return term;
    }

    // All blank nodes are named anew, or a label of the document could meet one of ours.
    private BlankNode NewBlankNode() => new(string.Create(CultureInfo.InvariantCulture, $"b{blankNodes++}"));

    private void Add(Term? subject, Term? predicate, Term? @object, Term? graph)
    {
        if (subject is not null && predicate is not null && @object is not null)
        {
            dataset.Add(new Quad(subject, predicate, @object, graph));
        }
    }

    private void RefuseIndex(Expanded value)
    {
        if (value.Index is not null)
        {
            safe.Dropped(value.Place, "An @index");
        }
    }
}
