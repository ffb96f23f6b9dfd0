using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Promote.Credentials.Tests.Verification;
using Promote.Credentials.Verification.Ports;

namespace Promote.Credentials.Server.Tests.Threats;

/// <summary>Threat 39: the list of withdrawn credentials is kept away, or an old or another one is served in its place. Silence is never green.</summary>
[Collection(PublicVerifierCollection.Name)]
public sealed class TM_39(PublicVerifier verifier) : IDisposable
{
    private const string List = "https://lists.example/1";

    private readonly Badge badge = Badge.New().With(one => one.Json["credentialStatus"] = StatusLists.Entry(List));

    public void Dispose()
    {
        verifier.Web.Web.Clear();
        verifier.Web.Failures.Clear();
    }

    [Fact]
    public async Task A_credential_whose_list_is_served_is_taken_and_says_as_of_when()
    {
        Serve(_ => { });

        await verifier.TakesAsync(badge.Sign());
    }

    [Theory]
    [InlineData(FetchFailure.NotFound)]
    [InlineData(FetchFailure.Gone)]
    [InlineData(FetchFailure.HttpStatus)]
    [InlineData(FetchFailure.Unreachable)]
    [InlineData(FetchFailure.TimedOut)]
    [InlineData(FetchFailure.TooLarge)]
    [InlineData(FetchFailure.RefusedMediaType)]
    [InlineData(FetchFailure.TooManyRedirects)]
    [InlineData(FetchFailure.RefusedUrl)]
    [InlineData(FetchFailure.RefusedAddress)]
    [InlineData(FetchFailure.BudgetSpent)]
    public async Task A_list_that_is_not_to_be_had_leaves_it_open(FetchFailure failure)
    {
        Serve(_ => { });
        verifier.Web.Failures[List] = failure;

        await verifier.RefusesAsync(badge.Sign());
        Assert.Equal("notChecked", await StatusAsync());
    }

    [Theory]
    [InlineData("of somebody else")]
    [InlineData("unsigned")]
    [InlineData("changed after it was signed")]
    [InlineData("expired")]
    [InlineData("not yet valid")]
    [InlineData("for another purpose")]
    [InlineData("under another id")]
    [InlineData("of another type")]
    [InlineData("without a type")]
    [InlineData("too short")]
    [InlineData("a bomb")]
    [InlineData("not packed")]
    [InlineData("cut off")]
    [InlineData("in another base")]
    [InlineData("a badge")]
    [InlineData("a presentation of the list")]
    [InlineData("an empty answer")]
    [InlineData("a page")]
    [InlineData("a token that says none")]
    public async Task A_list_that_cannot_be_relied_on_leaves_it_open(string list)
    {
        switch (list)
        {
            case "of somebody else":
                var other = Badge.New();
                verifier.Web.Web[List] = other.Signing(StatusLists.Of(List, other.Json["issuer"]!["id"]!.GetValue<string>()));
                break;
            case "unsigned":
                Serve(_ => { }, sign: false);
                break;
            case "changed after it was signed":
                Serve(_ => { });
                verifier.Web.Web[List] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(verifier.Web.Web[List]).Replace(StatusLists.Encode(16 * 1024), StatusLists.Encode(32 * 1024), StringComparison.Ordinal));
                break;
            case "expired":
                Serve(json => json["validUntil"] = "2026-11-20T09:30:00Z");
                break;
            case "not yet valid":
                Serve(json => json["validFrom"] = "2199-01-01T00:00:00Z");
                break;
            case "for another purpose":
                Serve(json => json["credentialSubject"]!["statusPurpose"] = "suspension");
                break;
            case "under another id":
                Serve(json => json["id"] = "https://lists.example/2");
                break;
            case "of another type":
                Serve(json => json["type"] = new JsonArray("VerifiableCredential", "https://w3id.org/vc/status-list#StatusList2021Credential"));
                break;
            case "without a type":
                Serve(json => json["type"] = new JsonArray("VerifiableCredential"));
                break;
            case "too short":
                Serve(json => json["credentialSubject"]!["encodedList"] = StatusLists.Encode(1024));
                break;
            case "a bomb":
                Serve(json => json["credentialSubject"]!["encodedList"] = StatusLists.Encode(64 * 1024 * 1024));
                break;
            case "not packed":
                Serve(json => json["credentialSubject"]!["encodedList"] = "u" + new string('A', 22_000));
                break;
            case "cut off":
                Serve(json => json["credentialSubject"]!["encodedList"] = StatusLists.Encode(16 * 1024)[..^8]);
                break;
            case "in another base":
                Serve(json => json["credentialSubject"]!["encodedList"] = "z" + StatusLists.Encode(16 * 1024)[1..]);
                break;
            case "a badge":
                verifier.Web.Web[List] = Badge.New().Sign();
                break;
            case "a presentation of the list":
                Serve(_ => { });
                verifier.Web.Web[List] = [.. """{"@context":["https://www.w3.org/ns/credentials/v2"],"type":"VerifiablePresentation","verifiableCredential":"""u8, .. verifier.Web.Web[List], .. "}"u8];
                break;
            case "an empty answer":
                verifier.Web.Web[List] = [];
                break;
            case "a page":
                verifier.Web.Web[List] = "<!doctype html><title>Captive portal</title>"u8.ToArray();
                break;
            default:
                verifier.Web.Web[List] = Encoding.ASCII.GetBytes(Forger.SigningInput("""{"alg":"none","typ":"vc+jwt"}""", Encoding.UTF8.GetBytes(StatusLists.Of(List, badge.Json["issuer"]!["id"]!.GetValue<string>()).ToJsonString())) + ".");
                break;
        }

        await verifier.RefusesAsync(badge.Sign());
        Assert.Equal("notChecked", await StatusAsync());
    }

    [Theory]
    [InlineData("131072")]
    [InlineData("2147483647")]
    [InlineData("9223372036854775807")]
    [InlineData("18446744073709551616")]
    [InlineData("-1")]
    [InlineData("07")]
    [InlineData("7.0")]
    [InlineData("7e0")]
    [InlineData(" 7")]
    [InlineData("٧")]
    [InlineData("")]
    public async Task A_place_that_is_not_in_the_list_is_not_in_force(string index)
    {
        badge.Json["credentialStatus"] = StatusLists.Entry(List, index);
        Serve(_ => { });

        await verifier.RefusesAsync(badge.Sign());
    }

    [Theory]
    [InlineData("StatusList2021Entry")]
    [InlineData("RevocationList2020Status")]
    [InlineData("TokenStatusListEntry")]
    [InlineData("UnknownStatus")]
    public async Task A_way_of_withdrawing_that_is_not_known_here_leaves_it_open(string type)
    {
        badge.Json["credentialStatus"] = new JsonObject { ["id"] = $"{List}#7", ["type"] = "https://e.example/" + type };
        Serve(_ => { });

        await verifier.RefusesAsync(badge.Sign());
    }

    private void Serve(Action<JsonObject> change, bool sign = true)
    {
        var list = StatusLists.Of(List, badge.Json["issuer"]!["id"]!.GetValue<string>());
        change(list);
        verifier.Web.Web[List] = badge.Signing(list, sign);
    }

    private async Task<string?> StatusAsync() => (await verifier.ReportAsync(badge.Sign())).GetProperty("checks").EnumerateArray()
        .Single(check => check.GetProperty("id").GetString() == "status").GetProperty("outcome").GetString();
}
