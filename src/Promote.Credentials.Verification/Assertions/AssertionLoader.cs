using Promote.Credentials.Verification.Securing;
using System.Buffers;
using System.Text.Json;
using Promote.Credentials.Verification.Families;
using Promote.Credentials.Verification.Intake;
using Promote.Credentials.Verification.Ports;

namespace Promote.Credentials.Verification.Assertions;

/// <summary>
/// Assertion → what it says, with the objects that it names: its BadgeClass, the Issuer of that, and for a signed one the key. The input
/// of a hosted one is only trusted to give its address (Open Badges 2.0, verification of hosted badges).
/// </summary>
internal sealed class AssertionLoader(IFetcher fetcher)
{
    private readonly LinkedObjects objects = new(fetcher);

    internal async Task<SubmissionReading> LoadAsync(Assertion assertion, CancellationToken cancellationToken)
    {
        var hosted = assertion.Jws is null
            ? assertion.Document.Text("id") is { } id ? await objects.FetchAsync(id, cancellationToken) : LinkedObject.None
            : LinkedObject.None;
        var document = hosted.IsFound ? hosted.Document : assertion.Document;
        var badge = await objects.FollowAsync(document, "badge", cancellationToken);
        var issuer = await objects.FollowAsync(badge.Document, "issuer", cancellationToken);
        SecuringMechanism securing = assertion.Jws is { } jws
            ? new SignedAssertion(jws, await objects.FollowAsync(document.Member("verification"), "creator", cancellationToken), issuer, await objects.FollowAsync(issuer.Document, "revocationList", cancellationToken))
            : new HostedAssertion(assertion.Document, hosted, issuer);
        return new SubmissionReading { Family = new OpenBadges2(badge, issuer), Securing = securing, Document = Whole(document, badge, issuer) };
    }

    /// <summary>The assertion with the objects in the places of their addresses, so that all of it is at hand.</summary>
    private static JsonElement Whole(JsonElement assertion, LinkedObject badge, LinkedObject issuer)
    {
        if (!badge.IsFound)
        {
            return assertion;
        }

        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output))
        {
            Replace(json, assertion, "badge", () => Replace(json, badge.Document, "issuer", issuer.IsFound ? () => issuer.Document.WriteTo(json) : null));
        }

        return FetchedJson.Read(output.WrittenMemory);
    }

    private static void Replace(Utf8JsonWriter json, JsonElement owner, string name, Action? write)
    {
        json.WriteStartObject();
        foreach (var member in owner.EnumerateObject())
        {
            json.WritePropertyName(member.Name);
            if (member.NameEquals(name) && write is not null)
            {
                write();
            }
            else
            {
                member.Value.WriteTo(json);
            }
        }

        json.WriteEndObject();
    }
}
