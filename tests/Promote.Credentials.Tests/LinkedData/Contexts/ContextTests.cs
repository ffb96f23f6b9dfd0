using System.Security.Cryptography;
using Promote.Credentials.LinkedData.Embedded;
using Promote.Credentials.LinkedData.JsonLd;
using Xunit.Abstractions;

namespace Promote.Credentials.Tests.LinkedData.Contexts;

public sealed class ContextTests(ITestOutputHelper output)
{
    public static TheoryData<string> Urls => new(PublishedContexts.Urls);

    [VectorsTheory]
    [MemberData(nameof(Urls))]
    public void Every_term_means_what_the_published_one_means(string url)
    {
        var published = ProcessedContext.Describe(PublishedContexts.Registry(), url);

        Assert.Equal(published, ProcessedContext.Describe(ContextRegistry.Embedded, url));
        output.WriteLine($"{published.Count} terms and scopes of {url}");
    }

    [VectorsFact]
    public void Two_contexts_go_together_exactly_where_the_published_ones_do()
    {
        // A protected term may be defined again only by an equal definition, scoped context included (JSON-LD 1.1 §4.1.11).
        var published = PublishedContexts.Registry();

        foreach (var first in PublishedContexts.Urls)
        {
            foreach (var second in PublishedContexts.Urls)
            {
                Assert.Equal(
                    ProcessedContext.Describe(published, first, second),
                    ProcessedContext.Describe(ContextRegistry.Embedded, first, second));
            }
        }
    }

    [VectorsFact]
    public void The_Europass_context_differs_from_the_version_before_in_five_terms_only()
    {
        var earlier = Terms(PublishedContexts.EarlierEuropass());
        var ours = Terms(ContextRegistry.Embedded);

        // 3.1 misspells two of these, so that its shapes never see what they hold, and lacks three classes.
        Assert.Equal(["nationalID is elm:nationalID", "resultDestribution is elm:resultDestribution"], earlier.Except(ours).Select(Meaning));
        Assert.Equal(
            [
                "CredentialStatus is elm:CredentialStatus",
                "Proof is elm:Proof",
                "TermsOfUse is elm:TermsOfUse",
                "nationalID is elm:nationalId",
                "resultDistribution is elm:resultDistribution",
            ],
            ours.Except(earlier).Select(Meaning));

        // The first line only counts the terms.
        static IEnumerable<string> Terms(ContextRegistry registry) => ProcessedContext.Describe(registry, PublishedContexts.Europass).Skip(1);
        static string Meaning(string line) => line[1..line.IndexOf(',', StringComparison.Ordinal)].Replace("http://data.europa.eu/snb/model/elm/", "elm:", StringComparison.Ordinal);
    }

    [Fact]
    public void The_context_of_the_examples_is_a_vocabulary_and_nothing_else() => Assert.Equal(
        [" has 0 terms, base , vocabulary https://www.w3.org/ns/credentials/examples#, language , direction "],
        ProcessedContext.Describe(ContextRegistry.Embedded, PublishedContexts.Examples));

    [Fact]
    public void The_registry_knows_the_compared_contexts_and_no_other() => Assert.Equal(
        PublishedContexts.Urls.Append(PublishedContexts.Examples).Order(StringComparer.Ordinal),
        ContextRegistry.Embedded.Urls.Order(StringComparer.Ordinal));

    [VectorsFact]
    public void The_published_digest_of_the_data_model_is_that_of_the_Recommendation()
    {
        var digests = PinnedFiles.Shared.ReadTable("contexts/published-digests.tsv").ToDictionary(row => row[0], row => row[1]);

        Assert.Equal(
            Convert.ToHexStringLower(SHA256.HashData(Vectors.Read(PublishedContexts.CredentialsV2))),
            digests["https://www.w3.org/ns/credentials/v2"]);
    }
}
