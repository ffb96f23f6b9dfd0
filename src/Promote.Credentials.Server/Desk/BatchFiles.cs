using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Server.Batches;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.Desk;

/// <summary>What the page of a batch links to: the answers of the API, for whoever is signed in.</summary>
[DeskPage(Scope = Scope.AwardsRead)]
internal sealed class BatchFiles : ControllerBase
{
    [HttpGet("/desk/batches/{id}/events")]
    public Task<IActionResult> EventsAsync(string id, CancellationToken cancellationToken) => ApiOperation.Of<WatchBatch>(HttpContext).RunAsync(id, cancellationToken);

    [HttpGet("/desk/batches/{id}/results.csv")]
    public Task<IActionResult> ResultsAsync(string id, CancellationToken cancellationToken) => ApiOperation.Of<DownloadResults>(HttpContext).RunAsync(id, cancellationToken);

    [HttpGet("/desk/batches/{id}/results.zip")]
    public Task<IActionResult> DocumentsAsync(string id, [FromQuery] int after = 0, CancellationToken cancellationToken = default) => ApiOperation.Of<DownloadDocuments>(HttpContext).RunAsync(id, after, cancellationToken);

    // What stands in it is about people, as in the file that was sent.
    [HttpGet("/desk/batches/{id}/report.csv")]
    public Task<IActionResult> ReportAsync(string id, CancellationToken cancellationToken) => ForAwarding(() => ApiOperation.Of<DownloadReport>(HttpContext).RunAsync(id, cancellationToken));

    [HttpGet("/desk/batches/{id}/report.xlsx")]
    public Task<IActionResult> ReportSpreadsheetAsync(string id, CancellationToken cancellationToken) => ForAwarding(() => ApiOperation.Of<DownloadReport>(HttpContext).RunXlsxAsync(id, cancellationToken));

    [HttpGet("/desk/batches/template/{id}.xlsx")]
    public Task<IActionResult> SpreadsheetAsync(string id, CancellationToken cancellationToken) => ApiOperation.Of<GetBatchTemplate>(HttpContext).RunXlsxAsync(id, cancellationToken);

    [HttpGet("/desk/batches/template/{id}.csv")]
    public Task<IActionResult> TemplateAsync(string id, CancellationToken cancellationToken) => ApiOperation.Of<GetBatchTemplate>(HttpContext).RunAsync(id, cancellationToken);

    private Task<IActionResult> ForAwarding(Func<Task<IActionResult>> answer) =>
        HttpContext.Client.Scopes.Contains(Scope.AwardsWrite) ? answer() : Task.FromResult<IActionResult>(StatusCode(StatusCodes.Status403Forbidden));
}
