using Microsoft.AspNetCore.Http.Features;
using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Web.Json;
using Promote.Credentials.Verification;
using Promote.Credentials.Verification.Holders;
using Promote.Credentials.Verification.Intake;

namespace Promote.Credentials.Server.Public.Verifying;

/// <summary>What somebody hands in to be verified: by an API as the body itself, by a form as a file, a text or an address.</summary>
internal sealed record SubmittedCredential
{
    /// <summary>Most bytes of a request: the largest credential, and the form around it.</summary>
    public const int MaxRequestBytes = Limits.Large + (64 * 1024);

    private static readonly FormOptions Form = new()
    {
        // What people hand in names them: it never touches a disk.
        MemoryBufferThreshold = MaxRequestBytes,
        MultipartBodyLengthLimit = Limits.Large + 1,
        ValueLengthLimit = Limits.Json + 1,
        ValueCountLimit = 8,
    };

    private static readonly string[] MediaTypes =
    [
        "application/json", "application/ld+json", "application/vc", "application/vc+ld+json", "application/vp", "application/vc+jwt", "application/vp+jwt", "application/jwt",
        "application/jose", "application/jose+json", "text/plain", "image/png", "image/svg+xml", "application/pdf", "application/octet-stream",
    ];

    /// <summary>The credential, or the address of one.</summary>
    public required ReadOnlyMemory<byte> Input { get; init; }

    /// <summary>The person whom the reader expects; null for nobody.</summary>
    public string? Holder { get; init; }

    /// <summary>How much is let pass.</summary>
    public VerificationProfile Profile { get; init; }

    /// <summary>Reads a request, or says what is wrong with it.</summary>
    public static async Task<Decision<SubmittedCredential>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.HasFormContentType)
        {
            return await ReadFormAsync(request, cancellationToken);
        }

        if (request.ContentType?.Split(';')[0].Trim() is not { } type || !MediaTypes.Contains(type, StringComparer.OrdinalIgnoreCase))
        {
            return Refuse(RefusalCode.UnsupportedMediaType, "", "Send the credential as it is, as JSON, JWT, PNG, SVG or PDF, or its address as text/plain; or a form with a file.");
        }

        return Of(await ReceivedBody.ReadAsync(request, Limits.Large, cancellationToken), request.Query["profile"], holder: null);
    }

    private static async Task<Decision<SubmittedCredential>> ReadFormAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var form = await request.ReadFormAsync(Form, cancellationToken);
            var text = form["text"].ToString().Trim();
            var input = form.Files["file"] is { Length: > 0 } file ? await BytesAsync(file, cancellationToken) : System.Text.Encoding.UTF8.GetBytes(text);
            return Of(input, form["profile"], form["holder"].ToString().Trim());
        }
        catch (Exception exception) when (exception is InvalidDataException or BadHttpRequestException { StatusCode: StatusCodes.Status400BadRequest })
        {
            return Refuse(RefusalCode.TooLarge, "", "The form is damaged, or larger than 8 MiB.");
        }
    }

    private static Decision<SubmittedCredential> Of(byte[] input, string? profile, string? holder) => (profile, input.Length, holder) switch
    {
        (not null and not "" and not "strict" and not "compat", _, _) => Refuse(RefusalCode.InvalidValue, "/profile", "The profile is strict or compat."),
        (_, 0, _) => Refuse(RefusalCode.NotACredential, "", "Nothing was handed in."),
        (_, _, { Length: > HolderMatch.MaxLength }) => Refuse(RefusalCode.InvalidValue, "/holder", $"A name or e-mail address has at most {HolderMatch.MaxLength} characters."),
        _ => new SubmittedCredential
        {
            Input = input,
            Profile = profile == "strict" ? VerificationProfile.Strict : VerificationProfile.Compat,
            Holder = string.IsNullOrEmpty(holder) ? null : holder,
        },
    };

    private static async Task<byte[]> BytesAsync(IFormFile file, CancellationToken cancellationToken)
    {
        var bytes = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }

    private static Refusal Refuse(RefusalCode code, string pointer, string detail) => new Refusal(code, pointer, detail);
}
