using Promote.Credentials.LinkedData.Rdf;
using Promote.Credentials.LinkedData.Shacl.Constraints;

namespace Promote.Credentials.LinkedData.Shacl.Reading;

/// <summary>A line <c>class C</c> or <c>shape S</c> and the constraints below it.</summary>
internal sealed class Section
{
    private readonly List<Constraint> itself = [];
    private readonly List<PropertyShape> properties = [];

    public Section(Row head)
    {
        if (head is not { Subject: "class" or "shape", Items: [var name] })
        {
            throw new FormatException("A section is a class or a shape, with one name.");
        }

        Name = name;
        IsClass = head.Subject == "class";
        IsOn = head.IsOn;
    }

    public string Name { get; }

    /// <summary>Whether it is about every instance of a class; else others name it.</summary>
    public bool IsClass { get; }

    public bool IsOn { get; }

    public void AddItself(IEnumerable<Constraint> constraints) => itself.AddRange(constraints);

    public void AddProperty(Iri path, int number, IEnumerable<Constraint> constraints) =>
        properties.Add(new PropertyShape(path, number, [.. constraints]));

    public Shape Compile() => new(Name, [.. itself], [.. properties]);
}
