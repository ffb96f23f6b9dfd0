using System.Globalization;
using System.Text;
using Promote.Credentials.Domain.Text;

namespace Promote.Credentials.Formats.Europass;

/// <summary>
/// One node of a document in the European Learning Model. Members come out in the published order whatever the order in which they
/// were given, and what has nothing to say is left out.
/// </summary>
/// <param name="type">Its class, such as <c>Organisation</c>.</param>
/// <param name="idClass">The word in its id: <c>urn:epass:org:1</c> has <c>org</c>. Ignored where <see cref="Id"/> is given.</param>
internal sealed class ElmNode(string type, string idClass)
{
    private readonly SortedList<int, object> members = [];

    /// <summary>Its id; where none is given, <see cref="ElmDocument"/> gives one, the same to every node that says the same.</summary>
    internal string? Id { get; set; }

    internal string Type { get; } = type;

    internal string IdClass { get; } = idClass;

    /// <summary>Term and value, in the published order. A value is a node, several of them, a text by language, a text, a number or a truth.</summary>
    internal IEnumerable<(string Term, object Value)> Members => members.Select(member => (Terms.InOrder[member.Key], member.Value));

    /// <summary>The nodes right below this one.</summary>
    internal IEnumerable<ElmNode> Children => members.Values.SelectMany(value => value switch
    {
        ElmNode node => [node],
        IReadOnlyList<ElmNode> nodes => nodes,
        _ => [],
    });

    internal ElmNode With(string term, ElmNode? node) => Put(term, node);

    /// <summary>Several nodes; one stands alone, as in the compacted form that is published.</summary>
    internal ElmNode With(string term, IEnumerable<ElmNode> nodes) => nodes.ToList() switch
    {
        [] => this,
        [var one] => Put(term, one),
        var several => Put(term, several),
    };

    internal ElmNode With(string term, LanguageMap? text) => Put(term, text);

    internal ElmNode With(string term, string? text) => Put(term, string.IsNullOrWhiteSpace(text) ? null : text);

    internal ElmNode With(string term, int number) => Put(term, number);

    /// <summary>An <c>xsd:dateTime</c> in whole seconds, UTC.</summary>
    internal ElmNode With(string term, DateTimeOffset? instant) => With(term, instant is { } given
        ? given.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
        : null);

    /// <summary>What the node says, its children by their ids.</summary>
    internal string Content()
    {
        var content = new StringBuilder(Type);
        foreach (var (term, value) in Members)
        {
            content.Append('\n').Append(term).Append('\t').AppendJoin('\t', Parts(value));
        }

        return content.ToString();
    }

    private static IEnumerable<string> Parts(object value) => value switch
    {
        ElmNode node => [node.Id!],
        IReadOnlyList<ElmNode> nodes => nodes.Select(node => node.Id!),
        LanguageMap text => text.SelectMany(one => (string[])[one.Key, one.Value]),
        _ => [Convert.ToString(value, CultureInfo.InvariantCulture)!],
    };

    private ElmNode Put(string term, object? value)
    {
        if (value is not null)
        {
            members.Add(Terms.Rank(term), value);
        }

        return this;
    }
}
