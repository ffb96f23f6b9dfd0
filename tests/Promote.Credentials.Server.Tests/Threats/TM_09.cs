using System.Text;
using Promote.Credentials.Tests.Verification;

namespace Promote.Credentials.Server.Tests.Threats;

/// <summary>Threat 9: numbers and texts that two readers read differently, or that no reader can write down again.</summary>
[Collection(PublicVerifierCollection.Name)]
public sealed class TM_09(PublicVerifier verifier) : IDisposable
{
    private readonly Forger forger = new();

    public void Dispose() => forger.Dispose();

    [Theory]
    [InlineData("2.5")]
    [InlineData("\"\\ud83d\\ude00\"")]
    public Task The_token_without_the_attack_is_taken(string value) => verifier.TakesAsync(forger.Token(payload: With(value)));

    [Theory]
    [InlineData("1e400")]
    [InlineData("-1e400")]
    [InlineData("1e99999999999999999999")]
    [InlineData("9007199254740993")]
    [InlineData("-9007199254740993")]
    [InlineData("123456789012345678901234567890")]
    [InlineData("01")]
    [InlineData("+1")]
    [InlineData(".5")]
    [InlineData("1.")]
    [InlineData("0x10")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    public async Task A_number_that_is_another_one_for_others_is_refused_though_its_issuer_signed_it(string number) =>
        await RefusesAsync(Encoding.UTF8.GetBytes(With(number)));

    [Theory]
    [InlineData("\"\\ud800\"")]
    [InlineData("\"\\udc00\"")]
    [InlineData("\"\\udc00\\ud800\"")]
    [InlineData("\"a\\ud800b\"")]
    [InlineData("\"\\ud800\\ud800\"")]
    [InlineData("{\"\\ud800\":1}")]
    [InlineData("\"\\x41\"")]
    [InlineData("\"\\u00\"")]
    [InlineData("'single'")]
    [InlineData("\"line\nend\"")]
    [InlineData("\"bell\u0007\"")]
    public async Task A_text_that_no_reader_can_write_down_again_is_refused(string text) => await RefusesAsync(Encoding.UTF8.GetBytes(With(text)));

    [Theory]
    [InlineData(new byte[] { 0xC0, 0x80 })]
    [InlineData(new byte[] { 0xC1, 0xBF })]
    [InlineData(new byte[] { 0xE0, 0x80, 0x80 })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    [InlineData(new byte[] { 0xF4, 0x90, 0x80, 0x80 })]
    [InlineData(new byte[] { 0xF8, 0x88, 0x80, 0x80, 0x80 })]
    [InlineData(new byte[] { 0xFF })]
    [InlineData(new byte[] { 0xC3 })]
    public async Task Bytes_that_are_no_text_are_refused(byte[] bytes)
    {
        var parts = With("\"HERE\"").Split("HERE");
        await RefusesAsync([.. Encoding.UTF8.GetBytes(parts[0]), .. bytes, .. Encoding.UTF8.GetBytes(parts[1])]);
    }

    [Theory]
    [InlineData("Caf\u00E9", "Cafe\u0301")]
    [InlineData("\u212B", "\u00C5")]
    [InlineData("\uFB01", "fi")]
    [InlineData("Zahl \u0661", "Zahl 1")]
    [InlineData("a\u200Bb", "ab")]
    public async Task A_text_that_looks_the_same_is_not_the_one_that_was_signed(string signed, string shown)
    {
        var text = Encoding.UTF8.GetString(Badge.New().With(badge => badge.Json["name"] = signed).Sign());
        var name = System.Text.Json.JsonSerializer.Serialize(signed);
        Assert.True(text.Contains(name, StringComparison.Ordinal) || text.Contains(signed, StringComparison.Ordinal));

        await verifier.RefusesAsync(text.Replace(name, System.Text.Json.JsonSerializer.Serialize(shown), StringComparison.Ordinal).Replace(signed, shown, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("1e400")]
    [InlineData("9007199254740993")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("\"4102444800\"")]
    [InlineData("1e300")]
    public async Task An_end_that_is_no_plain_second_is_refused(string end)
    {
        var payload = forger.Payload();
        payload["validUntil"] = "2100-01-01T00:00:00Z";

        await verifier.RefusesAsync(forger.Token(payload: payload.ToJsonString()[..^1] + $",\"exp\":{end}}}"));
    }

    // As a token its issuer signed it so; as a document somebody put it in.
    private async Task RefusesAsync(byte[] payload)
    {
        await verifier.RefusesAsync(forger.Token(null, payload));
        await verifier.RefusesAsync(payload);
    }

    private string With(string value) =>
        forger.Payload().ToJsonString().Replace("\"criteria\":", $"\"{(value[0] == '"' ? "humanCode" : "creditsAvailable")}\":{value},\"criteria\":", StringComparison.Ordinal);
}
