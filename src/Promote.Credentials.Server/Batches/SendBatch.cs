using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Batches.Reading;
using Promote.Credentials.Server.Issuing;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Batches;

/// <summary>Takes a file with one award a line. It is stored before this answers; its lines are checked and issued afterwards.</summary>
internal sealed class SendBatch(CredentialsDb db, AskBatch ask, KeepBatch keep) : ControllerBase
{
    private const int MaxBytes = 512 * 1024 * 1024;

    [HttpPost("/api/v1/batches"), Access(Scope.AwardsWrite), RequestSizeLimit(MaxBytes)]
    public async Task<IActionResult> RunAsync([FromQuery] BatchQuestion question, CancellationToken cancellationToken)
    {
        if (!IdempotencyHeader.TryReadKey(Request, out var key))
        {
            return new Refused(IdempotencyHeader.Refusal);
        }

        var sent = await SentFile.OfAsync(Request, cancellationToken);
        if (!sent.Granted)
        {
            return new Refused(sent.Refusals);
        }

        var file = sent.Value;
        if (FileForms.Find(file.Type) is not { } read)
        {
            return new Refused(RefusalCode.UnsupportedMediaType, "", $"Send the file as {string.Join(", ", FileForms.Names)}, or as multipart/form-data with one of them in the field called file.");
        }

        var client = HttpContext.Client;
        var said = question.With(file.Fields, Request.Query);
        var asked = said.Granted ? await ask.RunAsync(client, said.Value, key, cancellationToken) : new List<Refusal>(said.Refusals);
        if (!asked.Granted)
        {
            return new Refused(asked.Refusals);
        }

        if (!FileEncoding.TryGet(file.Type!.Charset.Value, out var encoding))
        {
            return new Refused(RefusalCode.UnsupportedMediaType, "", $"The charset of the file is one of {string.Join(", ", FileEncoding.Names)}.");
        }

        var kept = await keep.RunAsync(asked.Value, client, file.Body, bytes => read(encoding is null ? bytes : FileEncoding.AsUtf8(bytes, encoding), asked.Value.Achievement, cancellationToken), cancellationToken);
        return kept.Granted
            ? Accepted($"/api/v1/batches/{kept.Value.Id}", await BatchAnswer.OfAsync(db, kept.Value, cancellationToken))
            : new Refused(kept.Refusals);
    }
}
