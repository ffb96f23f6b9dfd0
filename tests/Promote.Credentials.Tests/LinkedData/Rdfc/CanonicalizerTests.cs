using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Promote.Credentials.LinkedData.Rdf;
using Promote.Credentials.LinkedData.Rdfc;

namespace Promote.Credentials.Tests.LinkedData.Rdfc;

public sealed class CanonicalizerTests
{
    [Fact]
    public void Names_and_order_of_what_is_put_in_do_not_matter()
    {
        var edges = Gen.Zip(Gen.Choose(0, 5), Gen.Choose(0, 5)).ListOf();
        Properties.ForAll(Gen.Zip(edges, Gen.Shuffle(Enumerable.Range(0, 6).ToArray())), graph =>
        {
            var (all, names) = graph;
            var list = all.Take(10).ToArray(); // denser graphs of equal nodes are over budget
            var one = Canonical(list.Select(edge => Edge($"n{edge.Item1}", $"n{edge.Item2}")));
            var other = Canonical(Enumerable.Reverse(list).Select(edge => Edge($"x{names[edge.Item1]}", $"x{names[edge.Item2]}")));
            Assert.Equal(one, other);
        });
    }

    [Fact]
    public void Different_graphs_have_different_forms()
    {
        var twoTriangles = Cycle("a", 3).Concat(Cycle("b", 3));

        Assert.NotEqual(Canonical(Cycle("c", 6)), Canonical(twoTriangles));
    }

    [Fact]
    public void An_empty_dataset_has_an_empty_form() => Assert.Empty(Canonical([]));

    [Fact]
    public void A_long_cycle_of_equal_nodes_is_refused_before_the_stack_ends()
    {
        Assert.Throws<RdfcBudgetException>(() => Canonical(Cycle("n", 2_000)));
        Assert.NotEmpty(Canonical(Cycle("n", 60)));
    }

    [Fact]
    public void Very_many_equal_neighbours_are_refused()
    {
        var stars = Enumerable.Range(0, 900).SelectMany(i => new[] { Edge("a", $"a{i}"), Edge("b", $"b{i}") });

        Assert.Throws<RdfcBudgetException>(() => Canonical(stars));
    }

    [Theory]
    [InlineData(11, 1_000)]
    [InlineData(1_000, 6)]
    public void Too_many_quads_or_blank_nodes_are_refused(int maxQuads, int maxBlankNodes)
    {
        var budget = new RdfcBudget { MaxQuads = maxQuads, MaxBlankNodes = maxBlankNodes };

        Assert.Throws<RdfcBudgetException>(() => Canonicalizer.Canonicalize(Dataset(Cycle("n", 12)), HashAlgorithmName.SHA256, budget));
    }

    [Fact]
    public void A_blank_node_as_predicate_is_refused() =>
        Assert.Throws<ArgumentException>(() => Canonical([new Quad(Iri.Of("urn:s"), new BlankNode("p"), Iri.Of("urn:o"), null)]));

    private static IEnumerable<Quad> Cycle(string name, int length) =>
        Enumerable.Range(0, length).Select(i => Edge($"{name}{i}", $"{name}{(i + 1) % length}"));

    private static Quad Edge(string from, string to) => new(new BlankNode(from), Iri.Of("urn:p"), new BlankNode(to), null);

    private static string Canonical(IEnumerable<Quad> quads) =>
        Encoding.UTF8.GetString(Canonicalizer.Canonicalize(Dataset(quads)).NQuads.Span);

    private static RdfDataset Dataset(IEnumerable<Quad> quads)
    {
        var dataset = new RdfDataset();
        foreach (var quad in quads)
        {
            dataset.Add(quad);
        }

        return dataset;
    }
}
