using System.Text.Json;
using Promote.Credentials.Formats;
using Promote.Credentials.Formats.Linting;
using Promote.Credentials.Formats.StatusLists;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Proofs.DataIntegrity;
using Promote.Credentials.Proofs.Dids;
using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Tests.Formats.StatusLists;

public sealed class WriterTests
{
    private static readonly DateTimeOffset Day = new(2026, 11, 20, 9, 30, 15, TimeSpan.Zero);

    [Fact]
    public void A_list_is_written_as_its_golden_document() => Golden.Equal("status-lists/revocation.json", Write("did:web:credentials.promote.example:issuers:cove-ro").Utf8.Span);

    [Fact]
    public void A_list_that_was_linted_and_signed_verifies_and_says_the_entries()
    {
        using var key = DevelopmentKey.Read(File.ReadAllBytes(Path.Combine(Repository.Root, "tests", "golden", "issuer-key.json")));
        var method = VerificationMethod.Multikey(DidKey.For(key.PublicKey), key.PublicKey);
        var linted = Linter.Lint(Write(method.Controller)).Document!;
        var signed = linted.Sign(key, new ProofOptions { VerificationMethod = method.Id, Created = Day });
        linted.Confirm(signed.Utf8, method, Day);

        using var document = StrictJson.Parse(signed.Utf8);
        var subject = document.RootElement.GetProperty("credentialSubject");
        Assert.Equal(JsonValueKind.String, document.RootElement.GetProperty("issuer").ValueKind);
        Assert.True(BitstringStatusList.TryDecode(subject.GetProperty("encodedList").GetString()!, out var list, out _));
        Assert.Equal([23, 94_567], list.Indexes);
    }

    [Fact]
    public void Nobody_can_ask_for_an_award_as_a_status_list()
    {
        Assert.DoesNotContain(Terms.FormName, FormatList.Names);
        Assert.False(FormatList.TryGet(Terms.FormName, out _));
    }

    private static Draft Write(string issuer)
    {
        var bits = new BitstringStatusList(BitstringStatusList.MinimumLength) { [23] = true, [94_567] = true };
        return Writer.Write(new()
        {
            Url = new PublicUrls(new Uri("https://credentials.promote.example")).StatusList("Wc4mJ9tQx0uKzV2bL7nYrA"),
            IssuerDid = issuer,
            ValidFrom = Day,
            Purpose = Terms.Revocation,
            Bits = bits,
            TimeToLive = TimeSpan.FromSeconds(5),
        });
    }
}
