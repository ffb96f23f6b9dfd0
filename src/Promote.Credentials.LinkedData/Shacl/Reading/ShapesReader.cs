using Promote.Credentials.LinkedData.Rdf;
using Promote.Credentials.LinkedData.Shacl.Constraints;
using Promote.Credentials.LinkedData.Shacl.Data;

namespace Promote.Credentials.LinkedData.Shacl.Reading;

/// <summary>Compiles shapes from their text, line by line. A shape can name only those above it, so none can name itself (SHACL §3.4.3).</summary>
internal sealed class ShapesReader(Version version)
{
    private readonly List<TargetedShape> targeted = [];
    private readonly List<Shape> shapes = [];
    private readonly Vocabulary vocabulary = new();
    private readonly Names names = new();
    private Section? section;

    /// <summary>What was read: the shapes of classes and those that others name.</summary>
    public IReadOnlyList<Shape> Shapes => shapes;

    public ShaclShapes Read(string text)
    {
        int number = 0;
        foreach (string line in text.Split('\n'))
        {
            number++;
            At(number, () => ReadLine(line.TrimEnd()));
        }

        At(number, EndSection);
        return new ShaclShapes(targeted, vocabulary);
    }

    private static void At(int line, Action read)
    {
        try
        {
            read();
        }
        catch (FormatException e)
        {
            throw new InvalidShapesException(line, e.Message);
        }
    }

    private void ReadLine(string line)
    {
        if (line is "" or ['#', ..])
        {
            return;
        }

        if (line.StartsWith("prefix ", StringComparison.Ordinal))
        {
            names.AddPrefix(line["prefix ".Length..]);
        }
        else if (line.StartsWith("  ", StringComparison.Ordinal))
        {
            AddConstraints(section ?? throw new FormatException("A constraint stands under a shape or class."), Row.Of(line[2..], version));
        }
        else
        {
            EndSection();
            section = new Section(Row.Of(line, version));
        }
    }

    // A row that does not count is read all the same: a mistake in it is a mistake.
    private void AddConstraints(Section to, Row row)
    {
        var reader = new ConstraintReader(names, vocabulary);
        if (row.Subject == "itself")
        {
            Constraint[] constraints = [.. row.Items.Select(reader.ReadValueConstraint)];
            to.AddItself(row.IsOn ? constraints : []);
            return;
        }

        var path = names.Iri(row.Subject);
        Constraint[] all = [.. row.Items.SelectMany(reader.Read)];
        if (row.IsOn)
        {
            to.AddProperty(path, vocabulary.AddPath(path), all);
        }
    }

    private void EndSection()
    {
        if (section is { IsOn: true } ended)
        {
            var shape = ended.Compile();
            shapes.Add(shape);
            if (ended.IsClass)
            {
                targeted.Add(new TargetedShape(vocabulary.AddClass(names.Iri(ended.Name)), shape));
            }
            else
            {
                names.AddShape(ended.Name, shape);
            }
        }

        section = null;
    }
}
