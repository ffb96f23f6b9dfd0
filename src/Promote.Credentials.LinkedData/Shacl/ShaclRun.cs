using Promote.Credentials.LinkedData.Rdf;
using Promote.Credentials.LinkedData.Shacl.Constraints;
using Promote.Credentials.LinkedData.Shacl.Data;

namespace Promote.Credentials.LinkedData.Shacl;

/// <summary>One validation: what is looked at and what was found.</summary>
internal sealed class ShaclRun
{
    /// <summary>Most violations that are kept; a credential that was only written carelessly has a few.</summary>
    public const int MaxViolations = 500;

    private readonly List<ShaclViolation> violations = [];

    public IReadOnlyList<ShaclViolation> Violations => violations;

    /// <summary>Checks values of the focus node and notes what fails.</summary>
    /// <param name="focus">The focus node.</param>
    /// <param name="path">The property that holds the values; null where the only value is the focus node.</param>
    /// <param name="shape">Name of the shape.</param>
    /// <param name="constraint">The constraint.</param>
    /// <param name="values">The value nodes (SHACL §3.7).</param>
    public void Check(DataNode focus, Iri? path, string shape, Constraint constraint, ReadOnlySpan<Value> values)
    {
        if (constraint.Holds(values))
        {
            return;
        }

        foreach (var culprit in constraint.Culprits(values))
        {
            if (violations.Count == MaxViolations)
            {
                return;
            }

            violations.Add(new ShaclViolation(focus.Term, path, constraint.Component, shape, culprit, constraint.Message));
        }
    }
}
