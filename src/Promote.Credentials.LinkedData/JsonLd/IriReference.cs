namespace Promote.Credentials.LinkedData.JsonLd;

/// <summary>An IRI reference in its five parts, resolved strictly as RFC 3986 §5.2 says. (System.Uri would also normalize.)</summary>
internal readonly ref struct IriReference
{
    private readonly ReadOnlySpan<char> scheme;
    private readonly ReadOnlySpan<char> authority;
    private readonly ReadOnlySpan<char> path;
    private readonly ReadOnlySpan<char> query;

    // Each with its delimiter, so that "absent" and "empty" differ: "scheme:", "//authority", "?query", "#fragment".
    private readonly ReadOnlySpan<char> fragment;

    private IriReference(ReadOnlySpan<char> text)
    {
        if (Rdf.Iri.HasScheme(text))
        {
            (scheme, text) = SplitAt(text, text.IndexOf(':') + 1);
        }

        (text, fragment) = SplitAt(text, text.IndexOf('#'));
        (text, query) = SplitAt(text, text.IndexOf('?'));
        if (text is ['/', '/', .. var rest])
        {
            int slash = rest.IndexOf('/');
            (authority, text) = SplitAt(text, slash < 0 ? text.Length : slash + 2);
        }

        path = text;
    }

    /// <summary>The absolute IRI that a reference means at a base.</summary>
    public static string Resolve(string baseIri, string reference)
    {
        var to = new IriReference(reference);
        if (!to.scheme.IsEmpty)
        {
            return string.Concat(to.scheme, to.authority, RemoveDotSegments(to.path)) + string.Concat(to.query, to.fragment);
        }

        var from = new IriReference(baseIri);
        string path = to.path.ToString();
        var authority = from.authority;
        var query = to.query;
        if (!to.authority.IsEmpty)
        {
            authority = to.authority;
            path = RemoveDotSegments(to.path);
        }
        else if (to.path.IsEmpty)
        {
            path = from.path.ToString();
            query = to.query.IsEmpty ? from.query : to.query;
        }
        else
        {
            path = RemoveDotSegments(to.path is ['/', ..] ? to.path : Merge(from, to.path));
        }

        return string.Concat(from.scheme, authority, path) + string.Concat(query, to.fragment);
    }

    // RFC 3986 §5.2.3
    private static string Merge(IriReference from, ReadOnlySpan<char> path) =>
        !from.authority.IsEmpty && from.path.IsEmpty
            ? string.Concat("/", path)
            : string.Concat(from.path[..(from.path.LastIndexOf('/') + 1)], path);

    // RFC 3986 §5.2.4
    private static string RemoveDotSegments(ReadOnlySpan<char> path)
    {
        var kept = new List<string>();
        bool absolute = path is ['/', ..];
        bool directory = false;
        foreach (var range in (absolute ? path[1..] : path).Split('/'))
        {
            string segment = (absolute ? path[1..] : path)[range].ToString();
            directory = segment is "." or "..";
            if (segment == ".." && kept.Count > 0)
            {
                kept.RemoveAt(kept.Count - 1);
            }
            else if (!directory)
            {
                kept.Add(segment);
            }
        }

        string joined = string.Join('/', kept);
        return (absolute ? "/" : "") + joined + (directory && kept.Count > 0 ? "/" : "");
    }

    private static Parts SplitAt(ReadOnlySpan<char> text, int index) =>
        index < 0 ? new Parts(text, []) : new Parts(text[..index], text[index..]);

    private readonly ref struct Parts(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        private readonly ReadOnlySpan<char> left = left;
        private readonly ReadOnlySpan<char> right = right;

        public void Deconstruct(out ReadOnlySpan<char> first, out ReadOnlySpan<char> second)
        {
            first = left;
            second = right;
        }
    }
}
