using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Outbox;

/// <summary>Does what outbox rows of one kind ask for, in this database only: what goes outside is a row of its own that a job sends.</summary>
internal interface IOutboxHandler
{
    /// <summary>The kind of row, such as <c>award.issued</c>.</summary>
    string Kind { get; }

    /// <summary>
    /// Adds rows to the scope's database; they are saved together with the mark that these are done. When it throws, nothing is
    /// saved, and the rows come again one by one.
    /// </summary>
    Task HandleAsync(IReadOnlyList<OutboxRow> rows, CancellationToken cancellationToken);
}
