using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Esco.Files;
using Promote.Credentials.Server.Esco.Importing;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Esco;

/// <summary>Imports one of ESCO's CSV files, sent as it is.</summary>
internal sealed class ImportFile(ImportEsco import) : ControllerBase
{
    private const string Csv = "text/csv";

    [HttpPost("/api/v1/esco/imports"), Access(Scope.EscoWrite), RequestSizeLimit(EscoFile.MaxBytes)]
    public async Task<IActionResult> RunAsync([FromQuery] string? language, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(Request.ContentType, out var type) || !type.MediaType.Equals(Csv, StringComparison.OrdinalIgnoreCase))
        {
            return new Refused(RefusalCode.UnsupportedMediaType, "", "Send the file as text/csv.");
        }

        if (language is not null && Searching.EscoQuery.WhyNot(language) is { } unknown)
        {
            return new Refused(unknown);
        }

        // The whole file first: nobody who sends slowly may keep others from writing meanwhile.
        await using var file = Temporary();
        await Request.Body.CopyToAsync(file, cancellationToken);
        file.Position = 0;
        try
        {
            return Ok(await import.RunAsync(HttpContext.Client, file, language, cancellationToken));
        }
        catch (EscoFileException exception)
        {
            return new Refused(RefusalCode.InvalidValue, exception.Pointer, exception.Message);
        }
    }

    private static FileStream Temporary() => new(
        Path.Combine(Path.GetTempPath(), $"promote-esco-{RandomId.New()}"),
        new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous });
}
