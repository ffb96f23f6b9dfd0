namespace Promote.Credentials.Server.Storage.Rows;

/// <summary>Whose bits a status list holds. A bit is reserved by a unique key of one table, so each list is for one kind of row.</summary>
internal enum StatusListUse
{
    /// <summary>Documents of awards.</summary>
    Awards,

    /// <summary>Documents that a platform wrote itself.</summary>
    Platform,
}
