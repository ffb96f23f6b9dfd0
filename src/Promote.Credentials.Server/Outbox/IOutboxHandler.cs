using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Outbox;

/// <summary>
/// Does what outbox rows of some kinds ask for, in this database only: what goes outside is a row of its own that a job sends.
/// Several handlers may take one kind: either all of them have done their part, or none.
/// </summary>
internal interface IOutboxHandler
{
    /// <summary>The kinds of row, such as <c>award.issued</c>.</summary>
    IReadOnlyList<string> Kinds { get; }

    /// <summary>
    /// Adds rows to the scope's database; they are saved together with the mark that these are done. When it throws, nothing is
    /// saved, and the rows come again one by one.
    /// </summary>
    Task HandleAsync(IReadOnlyList<OutboxRow> rows, CancellationToken cancellationToken);
}
