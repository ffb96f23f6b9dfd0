using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Issuing;

/// <summary>An award with all its documents issued, or promised.</summary>
/// <param name="Id">Its id in the API.</param>
/// <param name="PublicId">Its id in the QR code.</param>
/// <param name="HolderId">Its id in the holder's link.</param>
/// <param name="State">Whether it is issued, or only promised.</param>
/// <param name="WaitsFor">What a promised one waits for.</param>
internal sealed record IssuedAward(string Id, string PublicId, string HolderId, IssuingState State, AwaitedThing? WaitsFor)
{
    public static IssuedAward Of(AwardRow row) => new(row.Id, row.PublicId, row.HolderId, row.State, row.WaitsFor);
}
