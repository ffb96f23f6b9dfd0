namespace Promote.Credentials.Verification;

/// <summary>One question about a credential.</summary>
internal abstract class Check(string code, string id, string title)
{
    /// <summary>Asks it. Null when the question does not concern this credential: then the report has no line for it.</summary>
    internal async ValueTask<CheckResult?> RunAsync(Candidate candidate, CancellationToken cancellationToken) =>
        await FindAsync(candidate, cancellationToken) is { } finding
            ? CheckResult.Of(id, code, title, finding)
            : null;

    /// <summary>The answer. It never throws for anything that a document can hold.</summary>
    protected abstract ValueTask<Finding?> FindAsync(Candidate candidate, CancellationToken cancellationToken);
}
