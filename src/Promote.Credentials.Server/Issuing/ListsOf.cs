using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Issuing;

/// <summary>Which status lists continue one another: the newest of them is in use.</summary>
internal readonly record struct ListsOf(string IssuerId, StatusListUse Use, string Purpose)
{
    /// <summary>Those that a list belongs to.</summary>
    public static ListsOf Of(StatusListRow row) => new(row.IssuerId, row.Use, row.Purpose);
}
