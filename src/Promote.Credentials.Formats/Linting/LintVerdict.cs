using System.Diagnostics.CodeAnalysis;

namespace Promote.Credentials.Formats.Linting;

/// <summary>Either a document that may be signed, or everything that stands against it.</summary>
public sealed record LintVerdict
{
    internal LintVerdict(LintedDocument document) => Document = document;

    internal LintVerdict(IReadOnlyList<LintFinding> findings) => Findings = findings;

    /// <summary>The document, when nothing was found.</summary>
    public LintedDocument? Document { get; }

    /// <summary>What was found; empty when there is a document.</summary>
    public IReadOnlyList<LintFinding> Findings { get; } = [];

    /// <summary>Whether the document may be signed.</summary>
    [MemberNotNullWhen(true, nameof(Document))]
    public bool Passed => Document is not null;
}
