using System.Text.Json;
using Promote.Credentials.Domain.Text;
using Promote.Credentials.Server.Public.Reading;
using Promote.Credentials.Verification;

namespace Promote.Credentials.Server.Public.Verifying;

/// <summary>What a credential of anybody says, as far as everybody may read it: nothing about the person. Only of documents whose signature holds.</summary>
internal sealed record CredentialSummary
{
    private const int LongestText = 2000;

    /// <summary>What was earned.</summary>
    public string? Title { get; init; }

    /// <summary>What that is.</summary>
    public string? Description { get; init; }

    /// <summary>What the issuer calls itself.</summary>
    public string? Issuer { get; init; }

    /// <summary>What the issuer is known by: its domain, else its id.</summary>
    public string? IssuerId { get; init; }

    /// <summary>From when it counts.</summary>
    public string? From { get; init; }

    /// <summary>Until when; null for no end.</summary>
    public string? Until { get; init; }

    /// <summary>Reads a document of a kind that reports name.</summary>
    /// <param name="report">A report whose <see cref="Report.Credential"/> is there; else there is nothing to show.</param>
    /// <param name="language">The reader's language, for texts that exist in several.</param>
    public static CredentialSummary? Of(Report report, string language) => report.Credential is not { } document ? null : report.Kind switch
    {
        "openBadges2" => OfAssertion(document),
        "europass" => OfEuropass(document, language),
        "presentation" => null,
        _ => OfCredential(document),
    };

    private static CredentialSummary OfCredential(JsonElement document)
    {
        var achievement = At(At(document, "credentialSubject"), "achievement");
        return new()
        {
            Title = Text(achievement, "name") ?? Text(document, "name"),
            Description = Text(achievement, "description") ?? Text(document, "description"),
            Issuer = Text(At(document, "issuer"), "name"),
            IssuerId = Known(Text(At(document, "issuer"), "id") ?? Text(document, "issuer")),
            From = Text(document, "validFrom") ?? Text(document, "issuanceDate"),
            Until = Text(document, "validUntil") ?? Text(document, "expirationDate"),
        };
    }

    private static CredentialSummary OfAssertion(JsonElement document)
    {
        var badge = At(document, "badge");
        var issuer = At(badge, "issuer");
        return new()
        {
            Title = Text(badge, "name"),
            Description = Text(badge, "description"),
            Issuer = Text(issuer, "name"),
            IssuerId = Known(Text(issuer, "id")),
            From = Text(document, "issuedOn"),
            Until = Text(document, "expires"),
        };
    }

    private static CredentialSummary OfEuropass(JsonElement document, string language)
    {
        var display = At(document, "displayParameter");
        return new()
        {
            // What the document calls itself is its kind, such as micro-credential; what was earned is the claim.
            Title = InLanguage(At(At(At(document, "credentialSubject"), "hasClaim"), "title"), language) ?? InLanguage(At(display, "title"), language),
            Description = InLanguage(At(display, "description"), language),
            Issuer = InLanguage(At(At(document, "issuer"), "legalName"), language),
            IssuerId = Text(At(At(document, "issuer"), "eIDASIdentifier"), "notation"),
            From = Text(document, "validFrom") ?? Text(document, "issuanceDate"),
            Until = Text(document, "validUntil"),
        };
    }

    // A name is what an issuer says of itself; its domain is what it proves.
    private static string? Known(string? id) =>
        id is null ? null
        : IssuerDomain.Of(id) is { } domain ? domain
        : !Uri.TryCreate(id, UriKind.Absolute, out var url) ? id
        : url.Scheme == Uri.UriSchemeHttps ? url.IdnHost
        : url.Scheme == Uri.UriSchemeHttp ? $"http://{url.IdnHost}"
        : id;

    private static string? InLanguage(JsonElement texts, string language) => texts.ValueKind switch
    {
        JsonValueKind.Object => Text(texts, language) ?? Text(texts, "en") ?? texts.EnumerateObject().Select(text => text.Value.ValueKind == JsonValueKind.String ? Cut(text.Value.GetString()!) : null).FirstOrDefault(),
        JsonValueKind.String => Cut(texts.GetString()!),
        _ => null,
    };

    private static JsonElement At(JsonElement owner, string name)
    {
        var member = owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var found) ? found : default;
        return member.ValueKind == JsonValueKind.Array && member.GetArrayLength() > 0 ? member[0] : member;
    }

    private static string? Text(JsonElement owner, string name) => At(owner, name) is { ValueKind: JsonValueKind.String } text ? Cut(text.GetString()!) : null;

    private static string Cut(string text) => SafeText.Visible(text.Length <= LongestText ? text : $"{text[..LongestText]}…");
}
