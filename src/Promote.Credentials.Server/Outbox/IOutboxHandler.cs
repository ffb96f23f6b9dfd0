using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Outbox;

/// <summary>Does what one kind of outbox row asks for, in this database only: what goes outside is a row of its own that a job sends.</summary>
internal interface IOutboxHandler
{
    /// <summary>The kind of row, such as <c>award.issued</c>.</summary>
    string Kind { get; }

    /// <summary>Adds rows to the scope's database; they are saved together with the mark that this one is done. Adds last: what it added before it failed is saved, too.</summary>
    Task HandleAsync(OutboxRow row, CancellationToken cancellationToken);
}
