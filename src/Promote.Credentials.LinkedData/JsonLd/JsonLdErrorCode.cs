namespace Promote.Credentials.LinkedData.JsonLd;

/// <summary>
/// The values of <see cref="JsonLdException.Code"/>: those of JSON-LD 1.1 API §9.6, spelled as there, and four of safe
/// mode. The standard describes each; the comments here only sort them.
/// </summary>
public static class JsonLdErrorCode
{
    /// <summary>Safe mode: a member whose name no context defines.</summary>
    public const string UndefinedTerm = "undefined term";

    /// <summary>Safe mode: a type that no context defines.</summary>
    public const string UndefinedType = "undefined type";

    /// <summary>Safe mode: an identifier that is not an absolute, well-formed IRI.</summary>
    public const string RelativeIri = "relative IRI";

    /// <summary>Safe mode: a value that would not reach the RDF and so would not be signed.</summary>
    public const string DroppedValue = "dropped value";

    internal const string CollidingKeywords = "colliding keywords";
    internal const string ContextOverflow = "context overflow";
    internal const string CyclicIriMapping = "cyclic IRI mapping";
    internal const string InvalidBaseDirection = "invalid base direction";
    internal const string InvalidBaseIri = "invalid base IRI";
    internal const string InvalidContainerMapping = "invalid container mapping";
    internal const string InvalidContextEntry = "invalid context entry";
    internal const string InvalidContextNullification = "invalid context nullification";
    internal const string InvalidDefaultLanguage = "invalid default language";
    internal const string InvalidIdValue = "invalid @id value";
    internal const string InvalidImportValue = "invalid @import value";
    internal const string InvalidIncludedValue = "invalid @included value";
    internal const string InvalidIndexValue = "invalid @index value";
    internal const string InvalidIriMapping = "invalid IRI mapping";
    internal const string InvalidKeywordAlias = "invalid keyword alias";
    internal const string InvalidLanguageMapping = "invalid language mapping";
    internal const string InvalidLanguageMapValue = "invalid language map value";
    internal const string InvalidLanguageTaggedString = "invalid language-tagged string";
    internal const string InvalidLanguageTaggedValue = "invalid language-tagged value";
    internal const string InvalidLocalContext = "invalid local context";
    internal const string InvalidNestValue = "invalid @nest value";
    internal const string InvalidPrefixValue = "invalid @prefix value";
    internal const string InvalidPropagateValue = "invalid @propagate value";
    internal const string InvalidProtectedValue = "invalid @protected value";
    internal const string InvalidRemoteContext = "invalid remote context";
    internal const string InvalidReverseProperty = "invalid reverse property";
    internal const string InvalidReversePropertyMap = "invalid reverse property map";
    internal const string InvalidReversePropertyValue = "invalid reverse property value";
    internal const string InvalidReverseValue = "invalid @reverse value";
    internal const string InvalidScopedContext = "invalid scoped context";
    internal const string InvalidSetOrListObject = "invalid set or list object";
    internal const string InvalidTermDefinition = "invalid term definition";
    internal const string InvalidTypedValue = "invalid typed value";
    internal const string InvalidTypeMapping = "invalid type mapping";
    internal const string InvalidTypeValue = "invalid type value";
    internal const string InvalidValueObject = "invalid value object";
    internal const string InvalidValueObjectValue = "invalid value object value";
    internal const string InvalidVersionValue = "invalid @version value";
    internal const string InvalidVocabMapping = "invalid vocab mapping";
    internal const string KeywordRedefinition = "keyword redefinition";
    internal const string LoadingRemoteContextFailed = "loading remote context failed";
    internal const string ProtectedTermRedefinition = "protected term redefinition";
}
