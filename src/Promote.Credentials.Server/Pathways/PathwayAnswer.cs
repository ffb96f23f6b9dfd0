using Promote.Credentials.Domain.Pathways;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Pathways;

/// <summary>A pathway as the API shows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="State">Whether learners are on it.</param>
/// <param name="Content">What it consists of; what a change sends back.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="UpdatedAt">When it was changed last.</param>
internal sealed record PathwayAnswer(string Id, PathwayState State, PathwayContent Content, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    public static PathwayAnswer Of(PathwayRow row) => new(row.Id, row.State, StoredJson.Read<PathwayContent>(row.Content), row.CreatedAt, row.UpdatedAt);
}
