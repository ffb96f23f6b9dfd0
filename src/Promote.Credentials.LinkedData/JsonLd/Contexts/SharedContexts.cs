namespace Promote.Credentials.LinkedData.JsonLd.Contexts;

/// <summary>
/// The contexts that all documents share: a tree that grows from a root that defines nothing. Only sequences of registered
/// URLs and their scoped contexts are kept. A sender can still make up endless sequences; so when the tree
/// has grown large it is let go and grows anew.
/// </summary>
internal sealed class SharedContexts
{
    private const int Limit = 500;

    private volatile ActiveContext root;
    private int count;

    public SharedContexts() => root = NewRoot();

    /// <summary>Where a document without a base starts.</summary>
    public ActiveContext Root => root;

    /// <summary>Notes that a context joined the tree.</summary>
    public void Count()
    {
        if (Interlocked.Increment(ref count) == Limit)
        {
            root = NewRoot();
            count = 0;
        }
    }

    private ActiveContext NewRoot() => new(null, this);
}
