using Promote.Credentials.LinkedData.Rdf;

namespace Promote.Credentials.LinkedData.Shacl.Reading;

/// <summary>What was defined so far: prefixes and shapes.</summary>
internal sealed class Names
{
    private readonly Dictionary<string, string> prefixes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Shape> shapes = new(StringComparer.Ordinal);

    /// <summary>Reads <c>elm http://…</c>.</summary>
    public void AddPrefix(string definition)
    {
        string[] words = definition.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length != 2 || !prefixes.TryAdd(words[0], words[1]))
        {
            throw new FormatException("A prefix is defined once, as a name and an IRI.");
        }
    }

    public void AddShape(string name, Shape shape)
    {
        if (!shapes.TryAdd(name, shape))
        {
            throw new FormatException($"The shape {name} is defined twice.");
        }
    }

    public Shape Shape(string name) =>
        shapes.TryGetValue(name, out var shape) ? shape : throw new FormatException($"No shape {name} stands above.");

    /// <summary>The IRI that <c>elm:Person</c> or <c>&lt;http://…&gt;</c> stands for.</summary>
    public Iri Iri(string name)
    {
        string value = name;
        if (name is ['<', .., '>'])
        {
            value = name[1..^1];
        }
        else
        {
            int colon = name.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0 || !prefixes.TryGetValue(name[..colon], out string? prefix))
            {
                throw new FormatException($"{name} is not a name with a prefix that stands above.");
            }

            value = prefix + name[(colon + 1)..];
        }

        return Rdf.Iri.TryCreate(value, out var iri) ? iri : throw new FormatException($"{name} is no IRI.");
    }
}
