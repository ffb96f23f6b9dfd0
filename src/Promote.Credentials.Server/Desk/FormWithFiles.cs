using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Promote.Credentials.Server.Desk;

/// <summary>
/// Reads a form with files (RFC 7578) as it comes in: each file goes where it is kept before the next field is read, and never whole into the
/// memory or, in the clear, onto the disk.
/// </summary>
internal static class FormWithFiles
{
    private const int MaxFields = 500;
    private const int MaxText = 256 * 1024;

    /// <param name="request">The request. Only a form with files may be as large as files are.</param>
    /// <param name="maxBytes">How large it may be.</param>
    /// <param name="keep">Keeps the file of a field, knowing the fields before it; answers more fields.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="InvalidDataException">The form cannot be read.</exception>
    /// <exception cref="BadHttpRequestException">The form is too large, or ends early.</exception>
    public static async Task<DeskForm> ReadAsync(
        HttpRequest request, long maxBytes, Func<DeskForm, string, MultipartSection, Task<IEnumerable<KeyValuePair<string, string>>>> keep, CancellationToken cancellationToken)
    {
        if (BoundaryOf(request) is not { } boundary)
        {
            return await DeskForm.ReadAsync(request, cancellationToken);
        }

        request.HttpContext.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = maxBytes;
        var fields = new Dictionary<string, StringValues>(StringComparer.OrdinalIgnoreCase);
        void Add(string name, string value) => fields[name] = StringValues.Concat(fields.GetValueOrDefault(name), value);

        var reader = new MultipartReader(boundary, request.Body);
        var left = MaxText;
        for (var count = 0; await reader.ReadNextSectionAsync(cancellationToken) is { } section; count++)
        {
            var disposition = section.GetContentDispositionHeader();
            if (count == MaxFields || disposition is null || !disposition.DispositionType.Equals("form-data"))
            {
                throw new InvalidDataException("The form cannot be read.");
            }

            var name = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
            if (!disposition.FileName.HasValue && !disposition.FileNameStar.HasValue)
            {
                var text = await TextAsync(section, left, cancellationToken);
                left -= text.Length;
                Add(name, text);
                continue;
            }

            // A field in which no file was chosen comes with a name of nothing.
            if (HeaderUtilities.RemoveQuotes(disposition.FileName).Length + disposition.FileNameStar.Length > 0)
            {
                foreach (var (key, value) in await keep(new(new FormCollection(new(fields))), name, section))
                {
                    Add(key, value);
                }
            }
        }

        return new(new FormCollection(fields));
    }

    private static string? BoundaryOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 and <= 70 } boundary ? boundary.ToString() : null;

    private static async Task<string> TextAsync(MultipartSection section, int left, CancellationToken cancellationToken)
    {
        using var text = new MemoryStream();
        var buffer = new byte[4096];
        for (int length; (length = await section.Body.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            text.Write(buffer, 0, length);
            if (text.Length > left)
            {
                throw new InvalidDataException("The texts of the form are too long.");
            }
        }

        return Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length);
    }
}
