using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Sharing;

/// <summary>A live share link and the award that it shows.</summary>
internal sealed record SharedAward(ShareLinkRow Link, AwardRow Award);
