namespace Promote.Credentials.Server.Storage.Rows;

/// <summary>A row of a list that runs from the newest to the oldest.</summary>
internal interface IListedRow
{
    string Id { get; }

    DateTimeOffset CreatedAt { get; }
}
