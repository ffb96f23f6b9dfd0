using Promote.Credentials.LinkedData.Rdf;
using Promote.Credentials.LinkedData.Shacl.Data;

namespace Promote.Credentials.LinkedData.Shacl.Constraints;

/// <summary>
/// <c>sh:uniqueLang</c> (SHACL §4.4.5): a violation for each language that two values share. Tags that differ in case are
/// one language (RDF 1.1 §3.3).
/// </summary>
internal sealed class UniqueLanguage() : Constraint("uniqueLang", "Must have at most one value in each language.")
{
    public override bool Holds(ReadOnlySpan<Value> values) => Shared(values).Count == 0;

    public override IReadOnlyList<Term?> Culprits(ReadOnlySpan<Value> values) => [.. Shared(values).Select(_ => (Term?)null)];

    private static HashSet<string> Shared(ReadOnlySpan<Value> values)
    {
        if (values.Length < 2)
        {
            return [];
        }

        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var shared = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var value in values)
        {
            if (value.Term is Literal { Language: { } language } && !seen.Add(language))
            {
                shared.Add(language);
            }
        }

        return shared;
    }
}
