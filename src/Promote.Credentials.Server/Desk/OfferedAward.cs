namespace Promote.Credentials.Server.Desk;

/// <summary>A published achievement, and how it is awarded.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name, in the language of the page.</param>
/// <param name="IsAssessed">Whether only after an assessment.</param>
/// <param name="FourEyes">Whether a second person confirms that.</param>
internal sealed record OfferedAward(string Id, string Name, bool IsAssessed, bool FourEyes);
