using Promote.Credentials.LinkedData.Rdf;
using Promote.Credentials.LinkedData.Shacl.Data;
using Promote.Credentials.LinkedData.Shacl.Reading;

namespace Promote.Credentials.LinkedData.Shacl;

/// <summary>
/// Compiled SHACL shapes: the terms of SHACL Core that the European Learning Model uses, in the notation of
/// <c>schemas/europass</c>. Immutable: compile once, validate from any thread.
/// </summary>
public sealed class ShaclShapes
{
    private readonly IReadOnlyList<TargetedShape> targeted;
    private readonly Vocabulary vocabulary;

    internal ShaclShapes(IReadOnlyList<TargetedShape> targeted, Vocabulary vocabulary)
    {
        this.targeted = targeted;
        this.vocabulary = vocabulary;
    }

    /// <summary>Compiles shapes of ours; shapes are trusted input, the graphs that they check are not.</summary>
    /// <param name="text">The shapes; the comment of <c>schemas/europass/edc-generic.shapes</c> explains the notation.</param>
    /// <param name="version">Of lines that differ by version, those of this one are taken.</param>
    /// <exception cref="InvalidShapesException">A line is not understood or names what is not defined above it.</exception>
    public static ShaclShapes Parse(string text, Version version)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(version);
        return new ShapesReader(version).Read(text);
    }

    /// <summary>
    /// What the graph fails (SHACL §3.4), shape by shape; nothing if it conforms. The data graph is the union of the
    /// dataset's graphs, so that nothing escapes by standing in a named one.
    /// </summary>
    /// <remarks>At most <see cref="ShaclRun.MaxViolations"/> are reported, so that a hostile graph stays cheap.</remarks>
    public IReadOnlyList<ShaclViolation> Validate(RdfDataset dataset)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        var graph = DataGraph.Of(dataset, vocabulary);
        var run = new ShaclRun();
        foreach (var (target, shape) in targeted)
        {
            foreach (var focus in graph.InstancesOf(target))
            {
                shape.Validate(focus, run);
            }
        }

        return run.Violations;
    }
}
