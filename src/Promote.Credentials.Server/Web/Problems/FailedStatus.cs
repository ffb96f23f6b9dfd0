namespace Promote.Credentials.Server.Web.Problems;

/// <summary>The status of the answer that a page is shown in the place of.</summary>
internal sealed record FailedStatus(int Status);
