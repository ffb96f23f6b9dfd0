namespace Promote.Credentials.Server.Tests.Threats;

/// <summary>Threat 6: a header that one reader obeys and another overlooks.</summary>
[Collection(PublicVerifierCollection.Name)]
public sealed class TM_06(PublicVerifier verifier) : IDisposable
{
    private readonly Forger forger = new();

    public void Dispose() => forger.Dispose();

    [Fact]
    public Task The_token_without_the_attack_is_taken() => verifier.TakesAsync(forger.Token());

    [Theory]
    [InlineData(""" "crit":["exp2"],"exp2":1 """)]
    [InlineData(""" "crit":["b64"],"b64":false """)]
    [InlineData(""" "crit":["b64"],"b64":true """)]
    [InlineData(""" "b64":false """)]
    [InlineData(""" "crit":[] """)]
    [InlineData(""" "crit":["alg"] """)]
    [InlineData(""" "crit":["crit"] """)]
    [InlineData(""" "crit":"exp" """)]
    [InlineData(""" "crit":null """)]
    [InlineData(""" "zip":"DEF" """)]
    [InlineData(""" "enc":"A256GCM" """)]
    [InlineData(""" "iss":"did:example:other" """)]
    [InlineData(""" "vc":{} """)]
    public Task A_member_that_is_not_understood_is_refused(string member) =>
        verifier.RefusesAsync(forger.Token(forger.Header.Replace("{", "{" + member + ",", StringComparison.Ordinal)));

    [Theory]
    [InlineData("\"alg\":\"none\"")]
    [InlineData("\"alg\":\"ES256\"")]
    [InlineData("\"\\u0061lg\":\"none\"")]
    [InlineData("\"kid\":\"did:example:other#1\"")]
    [InlineData("\"ki\\u0064\":\"did:example:other#1\"")]
    [InlineData("\"typ\":\"at+jwt\"")]
    public async Task A_member_that_stands_twice_is_refused_first_or_last(string member)
    {
        await verifier.RefusesAsync(forger.Token(forger.Header.Replace("{", "{" + member + ",", StringComparison.Ordinal)));
        await verifier.RefusesAsync(forger.Token(forger.Header.Replace("}", "," + member + "}", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("[HEADER]")]
    [InlineData("HEADER{}")]
    [InlineData("HEADER HEADER")]
    [InlineData("\uFEFFHEADER")]
    [InlineData("HEADER//")]
    [InlineData("/**/HEADER")]
    [InlineData("\"HEADER\"")]
    [InlineData("null")]
    [InlineData("{}")]
    public Task A_header_that_is_not_one_strict_object_is_refused(string header) =>
        verifier.RefusesAsync(forger.Token(header.Replace("HEADER", forger.Header, StringComparison.Ordinal)));

    [Fact]
    public Task A_header_with_a_comma_too_many_is_refused() => verifier.RefusesAsync(forger.Token(forger.Header.Replace("}", ",}", StringComparison.Ordinal)));

    [Fact]
    public Task A_header_that_is_very_long_is_refused() =>
        verifier.RefusesAsync(forger.Token(forger.Header.Replace("JWT", new string('J', 100_000), StringComparison.Ordinal)));
}
