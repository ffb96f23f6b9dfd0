using System.Text.Json;

namespace Promote.Credentials.Formats.DataModel;

/// <summary>What every credential of the W3C data model has to be (VC 2.0 §4, VC 1.1 §4 and §5), beyond its ids and dates.</summary>
internal static class CredentialRules
{
    // VC 2.0 §4.4 and §5: these say of what kind they are, so that a reader knows what he does not understand.
    private static readonly string[] TypedMembers = ["credentialStatus", "credentialSchema", "refreshService", "termsOfUse", "evidence"];
    private static readonly string[] SchemaMembers = ["credentialSchema"];
    private static readonly string[] Texts = ["name", "description"];

    /// <summary>Version 2.0.</summary>
    internal static IEnumerable<FormatProblem> VersionTwo(JsonElement document) =>
        [.. Context(document, DataModel.VersionTwo.Context), .. Common(document), .. LanguageValues(document, ""), .. LanguageValues(document.Member("issuer"), "/issuer")];

    /// <summary>Version 1.1.</summary>
    internal static IEnumerable<FormatProblem> VersionOne(JsonElement document)
    {
        foreach (var problem in Context(document, DataModel.VersionOne.Context).Concat(Common(document)))
        {
            yield return problem;
        }

        if (!XsdDateTimeStamp.TryParse(document.Text("issuanceDate"), out var from))
        {
            yield return new("/issuanceDate", "Not an instant with a time zone.");
        }

        var end = document.Member("expirationDate");
        if (end.ValueKind != JsonValueKind.Undefined && (!XsdDateTimeStamp.TryParse(document.Text("expirationDate"), out var until) || until < from))
        {
            yield return new("/expirationDate", "Not an instant with a time zone that lies behind the start.");
        }
    }

    /// <summary>The contexts of a document of this version: its own first, then URLs and objects.</summary>
    internal static IEnumerable<FormatProblem> Context(JsonElement document, string first)
    {
        var contexts = document.Member("@context");
        if (document.Each("@context").FirstOrDefault() is not { ValueKind: JsonValueKind.String } own || !own.ValueEquals(first))
        {
            yield return new("/@context", $"The first context is not {first}.");
        }

        if (contexts.ValueKind is not (JsonValueKind.Array or JsonValueKind.String) || document.Each("@context").Any(one => one.ValueKind is not (JsonValueKind.String or JsonValueKind.Object)))
        {
            yield return new("/@context", "A context is neither a URL nor an object.");
        }
    }

    private static IEnumerable<FormatProblem> Common(JsonElement document)
    {
        if (!document.Names("type", "VerifiableCredential") || document.Each("type").Any(type => type.ValueKind != JsonValueKind.String))
        {
            yield return new("/type", "A type is missing or no text.");
        }

        if (document.IdOf("issuer") is null)
        {
            yield return new("/issuer", "Neither a URL nor an object with an id.");
        }

        if (document.Member("credentialSubject").ValueKind is not (JsonValueKind.Object or JsonValueKind.Array)
            || !document.Each("credentialSubject").Any()
            || document.Each("credentialSubject").Any(subject => subject.ValueKind != JsonValueKind.Object || !subject.EnumerateObject().Any()))
        {
            yield return new("/credentialSubject", "Says nothing about anybody.");
        }

        foreach (var member in TypedMembers)
        {
            if (document.Each(member).Any(item => item.ValueKind != JsonValueKind.Object || !item.Each("type").Any() || item.Each("type").Any(type => type.ValueKind != JsonValueKind.String)))
            {
                yield return new($"/{member}", "Does not say of what type it is.");
            }
        }

        foreach (var member in SchemaMembers.Where(member => document.Each(member).Any(item => item.Text("id") is null)))
        {
            yield return new($"/{member}", "Has no id.");
        }
    }

    // VC 2.0 §11.1: a text, or objects of @value, @language and @direction.
    private static IEnumerable<FormatProblem> LanguageValues(JsonElement owner, string pointer) =>
        from name in Texts
        where owner.ValueKind == JsonValueKind.Object && owner.Each(name).Any(value => !IsLanguageValue(value))
        select new FormatProblem($"{pointer}/{name}", "Neither a text nor texts with their languages.");

    private static bool IsLanguageValue(JsonElement value) => value.ValueKind == JsonValueKind.String
        || (value.ValueKind == JsonValueKind.Object && value.Text("@value") is not null && value.EnumerateObject().All(member =>
            member.Value.ValueKind == JsonValueKind.String && member.Name is "@value" or "@language" or "@direction"));
}
