using System.Text;
using System.Text.Json;
using Promote.Credentials.Formats.Baking;
using Promote.Credentials.Formats.Pdf;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Proofs.Jades;
using Promote.Credentials.Proofs.Jose;
using Promote.Credentials.Verification.Families;

namespace Promote.Credentials.Verification.Intake;

/// <summary>Bytes of any kind → the credential inside, by what they look like and not by what somebody calls them.</summary>
internal static class Unwrapping
{
    // VC 2.0 §4.13 and §4.14; a bare JWT is what version 1.1 made presentations of.
    private static readonly (string Type, string[] Prefixes)[] Envelopes =
    [
        ("EnvelopedVerifiableCredential", ["data:application/vc+jwt,"]),
        ("EnvelopedVerifiablePresentation", ["data:application/vp+jwt,", "data:application/jwt,"]),
    ];

    private static readonly byte[] PngSignature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>What was handed in, or why it cannot be a credential.</summary>
    internal static Rejection? Open(ReadOnlyMemory<byte> input, out Submission? submission)
    {
        submission = null;
        if (input.Length > Limits.Large)
        {
            return TooLarge(Limits.Large);
        }

        var span = input.Span;
        if (span.StartsWith(PngSignature))
        {
            return OpenPicture(input, Enclosure.Png, out submission);
        }

        if (span.StartsWith("%PDF-"u8))
        {
            return OpenPdf(input, out submission);
        }

        return span.TrimStart("\uFEFF \t\r\n"u8).StartsWith("<"u8)
            ? OpenPicture(input, Enclosure.Svg, out submission)
            : OpenText(input, Enclosure.None, out submission);
    }

    /// <summary>The same for text: JSON, a compact JWS or an https URL.</summary>
    internal static Rejection? OpenText(ReadOnlyMemory<byte> input, Enclosure enclosure, out Submission? submission)
    {
        submission = null;
        var text = input.Span.TrimStart(" \t\r\n"u8);
        return input switch
        {
            _ when text.StartsWith("https://"u8) || text.StartsWith("http://"u8) => OpenLink(input, enclosure, out submission),

            // The header of a JWS is an object, and `{"` is `ey` in base64url.
            _ when text.StartsWith("ey"u8) => OpenJws(input, enclosure, out submission),
            _ => OpenJson(input, enclosure, out submission),
        };
    }

    private static Rejection? OpenPicture(ReadOnlyMemory<byte> input, Enclosure enclosure, out Submission? submission)
    {
        submission = null;
        return BakedBadge.TryExtract(input.Span, out var badge, out var refusal)
            ? OpenText(badge.Credential, enclosure, out submission)
            : new Rejection(RejectionKind.NotACredential, "", $"No badge can be taken out of this picture. {refusal.Detail}");
    }

    private static Rejection? OpenPdf(ReadOnlyMemory<byte> input, out Submission? submission)
    {
        submission = null;
        IReadOnlyList<PdfAttachment> attachments;
        try
        {
            PdfAttachments.TryRead(input.Span, out attachments);
        }
        catch (InvalidPdfException invalid)
        {
            return new Rejection(RejectionKind.NotACredential, "", $"This PDF cannot be read: {invalid.Message}");
        }

        // A document with two credentials would show the reader one and have the other checked.
        var found = new List<Submission>();
        Rejection? reason = null;
        foreach (var attachment in attachments)
        {
            reason = OpenText(attachment.Bytes, Enclosure.Pdf, out var inside) ?? reason;
            if (inside is not null and not LinkSubmission)
            {
                found.Add(inside);
            }
        }

        submission = found is [var only] ? only : null;
        return found.Count switch
        {
            1 => null,
            0 => new Rejection(RejectionKind.NotACredential, "", attachments.Count == 0
                ? "This PDF has no credential attached. A certificate of this service has one."
                : $"What is attached to this PDF is no credential. {reason?.Detail}"),
            _ => new Rejection(RejectionKind.NotACredential, "", "This PDF has more than one credential attached: hand in the one that is meant."),
        };
    }

    private static Rejection? OpenJson(ReadOnlyMemory<byte> input, Enclosure enclosure, out Submission? submission)
    {
        submission = null;
        if (IsSealed(input.Span))
        {
            var isRead = JadesSeal.TryRead(input, out var seal, out var error);
            submission = isRead ? new SealSubmission(input, enclosure, seal!) : null;
            return isRead ? null : new Rejection(RejectionKind.NotACredential, "", $"This looks like a sealed document, and cannot be read as one: {error}");
        }

        try
        {
            // Not disposed: the report hands the document on, and the collector takes it with the report.
            var document = StrictJson.Parse(input, Limits.Json).RootElement;
            return Array.Find(Envelopes, envelope => document.Names("type", envelope.Type)) is { Type: not null } envelope
                ? OpenEnvelope(document, envelope.Prefixes, out submission)
                : Accept(new JsonSubmission(input, enclosure, document), out submission);
        }
        catch (MalformedJsonException malformed)
        {
            return malformed.Code == "tooLarge" ? TooLarge(Limits.Json) : new Rejection(RejectionKind.MalformedJson, malformed.Pointer, malformed.Message);
        }
    }

    private static Rejection? OpenEnvelope(JsonElement document, string[] prefixes, out Submission? submission)
    {
        submission = null;
        if (document.Each("@context").FirstOrDefault() is not { ValueKind: JsonValueKind.String } first || !first.ValueEquals(VersionTwo.Context))
        {
            return new Rejection(RejectionKind.NotACredential, "/@context", $"What is enveloped begins its contexts with {VersionTwo.Context}.");
        }

        return document.Text("id") is { } id && Array.Find(prefixes, prefix => id.StartsWith(prefix, StringComparison.Ordinal)) is { } prefix
            ? OpenJws(Encoding.UTF8.GetBytes(id[prefix.Length..]), Enclosure.Envelope, out submission)
            : new Rejection(RejectionKind.NotACredential, "/id", $"The id of an envelope begins with {prefixes[0]} and has the JWT behind it.");
    }

    private static Rejection? OpenJws(ReadOnlyMemory<byte> input, Enclosure enclosure, out Submission? submission)
    {
        submission = null;
        var text = input.Span.Trim(" \t\r\n"u8);
        if (text.Length > Limits.Json)
        {
            return TooLarge(Limits.Json);
        }

        return CompactJws.TryParse(text, out var jws, out var error)
            ? Accept(new JwsSubmission(text.ToArray(), enclosure, jws), out submission)
            : new Rejection(RejectionKind.NotACredential, "", $"This looks like a JWT, and cannot be read as one: {error}");
    }

    private static Rejection? OpenLink(ReadOnlyMemory<byte> input, Enclosure enclosure, out Submission? submission)
    {
        submission = null;
        var text = Encoding.UTF8.GetString(input.Span).Trim();
        return text.Length <= 2048 && Uri.TryCreate(text, UriKind.Absolute, out var url) && !text.Any(char.IsWhiteSpace)
            ? Accept(new LinkSubmission(input, enclosure, url), out submission)
            : new Rejection(RejectionKind.NotACredential, "", "This is no address that can be asked for a credential.");
    }

    private static Rejection? Accept(Submission opened, out Submission? submission)
    {
        submission = opened;
        return null;
    }

    // The member `payload` comes first in every seal (facts of the official detector), and in no credential.
    private static bool IsSealed(ReadOnlySpan<byte> json)
    {
        var inside = json.TrimStart(" \t\r\n"u8);
        return inside is [(byte)'{', ..] && inside[1..].TrimStart(" \t\r\n"u8).StartsWith("\"payload\""u8);
    }

    private static Rejection TooLarge(int limit) =>
        new(RejectionKind.TooLarge, "", $"The input has more than {(limit >= 1024 * 1024 ? $"{limit / 1024 / 1024} MiB" : $"{limit / 1024} KiB")}.");
}
