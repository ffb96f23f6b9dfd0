namespace Promote.Credentials.LinkedData.JsonLd.Contexts;

/// <summary>Where a context applies, which decides two rules of JSON-LD 1.1 API §4.1.2.</summary>
internal enum ContextScope
{
    /// <summary>Named by <c>@context</c>: goes on into nested nodes, respects protected terms.</summary>
    Document,

    /// <summary>Scoped to a property: goes on into nested nodes, overrides protected terms.</summary>
    Property,

    /// <summary>Scoped to a type: ends at nested nodes, respects protected terms.</summary>
    Type,
}
