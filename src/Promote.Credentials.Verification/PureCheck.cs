namespace Promote.Credentials.Verification;

/// <summary>A question that the document alone answers.</summary>
internal abstract class PureCheck(string code, string id, string title) : Check(code, id, title)
{
    /// <inheritdoc/>
    protected sealed override ValueTask<Finding?> FindAsync(Candidate candidate, CancellationToken cancellationToken) => new(Find(candidate));

    /// <summary>The answer, or null when the question does not concern this credential.</summary>
    protected abstract Finding? Find(Candidate candidate);
}
