using System.Text.Json;
using System.Text.Json.Nodes;
using Promote.Credentials.Tests.Verification;

namespace Promote.Credentials.Server.Tests.Threats;

/// <summary>Threat 3: a small document whose canonical form takes forever. It costs its sender an answer and nobody else anything.</summary>
[Collection(PublicVerifierCollection.Name)]
public sealed class TM_03(PublicVerifier verifier)
{
    [Fact]
    public Task A_graph_of_equal_nodes_that_is_easy_is_taken() => verifier.TakesAsync(Graph(6, (from, to) => (from + 1) % 6 == to).Sign());

    [Theory]
    [InlineData("clique", 10)]
    [InlineData("clique", 11)]
    [InlineData("clique", 12)]
    [InlineData("clique", 20)]
    [InlineData("clique", 60)]
    [InlineData("two cliques", 20)]
    [InlineData("clique without a corner", 12)]
    [InlineData("three parts", 15)]
    [InlineData("rook", 25)]
    [InlineData("rook", 64)]
    [InlineData("Paley", 13)]
    [InlineData("Paley", 29)]
    public async Task A_graph_without_an_end_is_given_up(string shape, int nodes)
    {
        var graph = Graph(nodes, (from, to) => shape switch
        {
            "clique" => from != to,
            "two cliques" => from != to && from % 2 == to % 2,
            "clique without a corner" => from != to && from / 2 != to / 2,
            "three parts" => from % 3 != to % 3,
            "rook" => from != to && (from / Side(nodes) == to / Side(nodes) || from % Side(nodes) == to % Side(nodes)),
            _ => from != to && Enumerable.Range(1, nodes - 1).Any(root => root * root % nodes == (from - to + nodes) % nodes),
        }).SignWithoutCare();

        await verifier.RefusesAsync(graph);
        var (status, body) = await verifier.HandInAsync("/api/v1/verify", graph);
        Assert.True(status == 200 && body.Contains("PROOF_TRANSFORMATION_ERROR", StringComparison.Ordinal), shape + nodes + body);
    }

    [Theory]
    [InlineData(2_500)]
    [InlineData(6_000)]
    public Task More_nodes_than_a_credential_has_are_refused(int nodes) => verifier.RefusesAsync(Graph(nodes, (from, to) => from + 1 == to && false).SignWithoutCare());

    [Fact]
    public async Task The_next_one_who_comes_is_served()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => verifier.HandInAsync("/api/v1/verify", Graph(14, (from, to) => from != to).SignWithoutCare())));

        await verifier.TakesAsync(Badge.New().Sign());
    }

    private static int Side(int nodes) => (int)Math.Sqrt(nodes);

    private static string? Proof(string body) => JsonSerializer.Deserialize<JsonElement>(body).GetProperty("checks").EnumerateArray()
        .FirstOrDefault(check => check.GetProperty("id").GetString() == "proof") is { ValueKind: JsonValueKind.Object } proof ? proof.GetProperty("outcome").GetString() : null;

    // Blank nodes that differ in nothing but whom they know.
    private static Badge Graph(int nodes, Func<int, int, bool> knows) => Badge.New().With(badge =>
    {
        badge.Json["@context"] = new JsonArray(
            "https://www.w3.org/ns/credentials/v2",
            new JsonObject { ["nodes"] = "https://e.example/nodes", ["knows"] = new JsonObject { ["@id"] = "https://e.example/knows", ["@type"] = "@id" } });
        badge.Json["type"] = new JsonArray("VerifiableCredential");
        badge.Json["issuer"] = badge.Json["issuer"]!["id"]!.DeepClone();
        badge.Json["credentialSubject"] = new JsonObject
        {
            ["nodes"] = new JsonArray([.. Enumerable.Range(0, nodes).Select(from => (JsonNode)new JsonObject
            {
                ["id"] = $"_:n{from}",
                ["knows"] = new JsonArray([.. Enumerable.Range(0, nodes).Where(to => knows(from, to)).Select(to => (JsonNode)$"_:n{to}")]),
            })]),
        };
    });
}
