using System.Text;
using System.Text.RegularExpressions;
using Promote.Credentials.Formats.Europass;
using Promote.Credentials.Formats.Linting;

namespace Promote.Credentials.Tests.Formats.Europass;

public sealed partial class WriterTests
{
    [Theory]
    [InlineData("assessed-micro-credential")]
    [InlineData("minimal")]
    public void An_award_is_written_as_it_was_approved(string name)
    {
        var input = GoldenInput.Read(name);
        var draft = Writer.Write(input.Award, input.Ids);

        // The pictures depend on the fonts of the machine; they have tests of their own.
        Golden.Equal($"europass/{name}.json", Encoding.UTF8.GetBytes(Picture.Replace(Encoding.UTF8.GetString(draft.Utf8.Span), "\"content\":\"…\"")));
        Assert.Empty(Linter.Lint(draft).Findings);
    }

    [Fact]
    public void The_same_award_and_ids_give_the_same_bytes()
    {
        var input = GoldenInput.Read("assessed-micro-credential");
        Assert.Equal(Writer.Write(input.Award, input.Ids).Utf8, Writer.Write(input.Award, input.Ids).Utf8);
    }

    [Fact]
    public void Terms_are_in_the_order_of_their_IRIs_and_the_contexts_define_them()
    {
        var terms = new[] { "3.2" }.Select(version => Vectors.PathOf($"europass/context/edc-ap-context-{version}.jsonld")).Where(File.Exists).SelectMany(PublishedTerms.Read).ToDictionary();
        if (Vectors.Missing is null)
        {
            var own = Terms.InOrder.Where(terms.ContainsKey).ToList();
            Assert.Equal(own.OrderBy(term => terms[term], StringComparer.Ordinal), own);
            Assert.Equal(["credentialSchema", "credentialSubject", "issuanceDate", "issued", "issuer", "validFrom", "validUntil"], Terms.InOrder.Except(terms.Keys));
        }
    }

    [GeneratedRegex("\"content\":\"[^\"]+\"")]
    private static partial Regex Picture { get; }
}
