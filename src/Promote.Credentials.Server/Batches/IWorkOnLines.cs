using Microsoft.EntityFrameworkCore;

namespace Promote.Credentials.Server.Batches;

/// <summary>Does with good lines what their batch is for, many at a time. All nodes do it together.</summary>
internal interface IWorkOnLines
{
    /// <summary>How many lines are done together.</summary>
    int Chunk { get; }

    /// <summary>The numbers of the lines that were taken last.</summary>
    IReadOnlyList<int> Taken { get; }

    /// <summary>Takes and does the next lines that nobody else is at.</summary>
    /// <param name="batchId">Of which batch.</param>
    /// <param name="after">The number after which it looks: those before were seen.</param>
    /// <param name="size">How many at most.</param>
    /// <param name="cancellationToken">Counts until the lines are taken.</param>
    /// <returns>What came of it.</returns>
    /// <exception cref="DbUpdateException">Somebody else was first with something: nothing is stored.</exception>
    Task<WorkedLines> NextAsync(string batchId, int after, int size, CancellationToken cancellationToken);
}
