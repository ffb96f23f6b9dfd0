using System.Text.Json;
using Promote.Credentials.LinkedData.JsonLd;
using Promote.Credentials.LinkedData.JsonLd.Contexts;

namespace Promote.Credentials.Tests.LinkedData.Contexts;

/// <summary>What a processed context says, as lines that can be compared: one a term, scoped contexts included.</summary>
internal static class ProcessedContext
{
    /// <summary>The lines after the contexts at <paramref name="urls"/> were processed in turn, or the error that refused them.</summary>
    public static List<string> Describe(ContextRegistry registry, params string[] urls)
    {
        var processor = new ContextProcessor(new ContextDocuments(registry));
        try
        {
            var active = processor.Enter(new ActiveContext(null, null), JsonSerializer.SerializeToElement(urls), null, Place.Root);
            return [Defaults("", active), .. active.Terms.Keys.SelectMany(term => Describe(processor, active, "", term)).Order(StringComparer.Ordinal)];
        }
        catch (JsonLdException e)
        {
            return [e.Code];
        }
    }

    private static IEnumerable<string> Describe(ContextProcessor processor, ActiveContext active, string path, string name)
    {
        var term = active.Find(name)!;
        path = $"{path}/{name}";
        yield return $"{path} is {term.Iri}, type {term.Type}, container {term.Containers}, index {term.Index}, nest {term.Nest}, "
            + $"language {term.Language}, direction {term.Direction}, prefix {term.IsPrefix}, protected {term.IsProtected}, reverse {term.IsReverse}";
        if (term.LocalContext is not { } local)
        {
            yield break;
        }

        // Property scope, because it lets a scoped context override protected terms; what it defines is the same for a type.
        var inner = processor.Enter(active, term, ContextScope.Property, Place.Root);
        yield return Defaults(path, inner);
        var names = local.ValueKind == JsonValueKind.Object ? local.EnumerateObject().Select(member => member.Name) : [];
        foreach (var line in names.Where(inner.Terms.ContainsKey).SelectMany(inside => Describe(processor, inner, path, inside)))
        {
            yield return line;
        }
    }

    private static string Defaults(string path, ActiveContext context) =>
        $"{path} has {context.Count} terms, base {context.Base}, vocabulary {context.Vocab}, language {context.Language}, direction {context.Direction}";
}
