using Promote.Credentials.Formats.Europass;

namespace Promote.Credentials.Formats.Linting.Rules.Europass;

/// <summary>The two published contexts in their order, as the last member: readers of these documents compare the list.</summary>
internal sealed class ContextsLast() : LintRule("PC-L050", FormatFamily.Europass)
{
    internal override IEnumerable<LintFinding> Find(LintInput input)
    {
        var contexts = Items(input.Root, "@context").Select(context => context.ToString());
        if (!contexts.SequenceEqual([EdcContexts.Credentials, EdcContexts.ApplicationProfile]) || input.Root.EnumerateObject().Last().Name != "@context")
        {
            yield return Finding("/@context", "End the document with the contexts of VC Data Model 1.1 and of the application profile.");
        }
    }
}
