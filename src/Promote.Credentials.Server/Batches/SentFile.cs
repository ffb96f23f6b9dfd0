using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Batches.Reading;

namespace Promote.Credentials.Server.Batches;

/// <summary>The file of a request, as it comes in: its body, or the last part of a form whose fields say the same as parameters of the address.</summary>
/// <param name="Body">The file.</param>
/// <param name="Type">What it is.</param>
/// <param name="Fields">The fields before it; none without a form.</param>
internal sealed record SentFile(Stream Body, MediaTypeHeaderValue? Type, IReadOnlyDictionary<string, string> Fields)
{
    private const string Field = "file";
    private const int MaxFields = 20;
    private const int MaxField = 2048;

    private static readonly Refusal Unreadable = new(RefusalCode.InvalidValue, "", "The form cannot be read: send it as multipart/form-data with its fields first and the file in the field called file.");

    /// <summary>Reads as far as the file begins.</summary>
    public static async Task<Decision<SentFile>> OfAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        _ = MediaTypeHeaderValue.TryParse(request.ContentType, out var type);
        if (type is null || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            return new SentFile(request.Body, type, new Dictionary<string, string>());
        }

        if (HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 and <= 70 } boundary)
        {
            return Unreadable;
        }

        try
        {
            return await OfFormAsync(new MultipartReader(boundary.ToString(), request.Body), cancellationToken);
        }
        catch (Exception broken) when (broken is InvalidDataException || broken.GetType() == typeof(IOException))
        {
            return Unreadable;
        }
    }

    private static async Task<Decision<SentFile>> OfFormAsync(MultipartReader form, CancellationToken cancellationToken)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (await form.ReadNextSectionAsync(cancellationToken) is { } section)
        {
            if (section.GetContentDispositionHeader() is not { } disposition || fields.Count == MaxFields)
            {
                return Unreadable;
            }

            var name = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
            if (name == Field)
            {
                return new SentFile(new LastPart(form, section.Body), FileForms.TypeOf(section.ContentType, HeaderUtilities.RemoveQuotes(disposition.FileName).ToString()), fields);
            }

            if (!fields.TryAdd(name, await TextAsync(section.Body, cancellationToken)))
            {
                return new Refusal(RefusalCode.InvalidValue, $"/{name}", "The field stands in the form twice.");
            }
        }

        return new Refusal(RefusalCode.MissingField, $"/{Field}", "There is no file in the form: it stands in the field called file, after the others.");
    }

    private static async Task<string> TextAsync(Stream field, CancellationToken cancellationToken)
    {
        var bytes = new byte[MaxField + 1];
        var length = await field.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        return length <= MaxField ? Encoding.UTF8.GetString(bytes, 0, length).Trim() : throw new InvalidDataException("A field of the form is too long.");
    }
}
