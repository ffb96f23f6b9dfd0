using System.Text;
using Promote.Credentials.Formats.Pdf;
using Promote.Credentials.Fuzz.Mutations;
using Promote.Credentials.Fuzz.Seeds;

namespace Promote.Credentials.Fuzz.Targets;

/// <summary>PDFs with a badge attached, verified; and the same files to attach one to.</summary>
internal sealed class Pdf : Target
{
    private static readonly PdfSyntax Syntax = new();
    private static readonly PdfAttachment Attachment = new("a.json", "application/json", "", "{\"a\":1}"u8.ToArray());

    private readonly Inspection inspection = new();
    private readonly List<IReadOnlyList<string>> objects;
    private readonly List<byte[]> seeds;

    internal Pdf()
    {
        var forge = new Forge();
        var badge = forge.Embed(Badges.Small(forge.Key.Did));
        inspection.TrustValid(badge);
        objects = [PdfFile.Objects(), PdfFile.Objects(badge)];
        byte[][] files = [.. objects.Select(list => PdfFile.Table(list)), .. objects.Select(list => PdfFile.Streams(list))];
        seeds = [.. files, .. files.Select(file => PdfAttachments.Attach(file, new("b.json", "application/ld+json", "", badge), Badges.Now, "ro"))];
        seeds.ForEach(file => inspection.Trust(file));
    }

    internal override string Name => "pdf";

    internal override IReadOnlyList<byte[]> Seeds => seeds;

    internal override byte[] Make(Dice dice)
    {
        if (dice.OneIn(3))
        {
            return Syntax.Mutate(dice.Pick(seeds), dice);
        }

        List<string> changed = [.. dice.Pick(objects)];
        for (var edits = dice.Small(4); edits > 0; edits--)
        {
            var at = dice.Below(changed.Count);
            changed[at] = Encoding.Latin1.GetString(Syntax.Mutate(Encoding.Latin1.GetBytes(changed[at]), dice));
        }

        var trailer = dice.OneIn(4) ? Encoding.Latin1.GetString(Syntax.Mutate([.. "/Root 1 0 R"u8], dice)) : "/Root 1 0 R";
        return dice.OneIn(2) ? PdfFile.Table(changed, trailer) : PdfFile.Streams(changed, trailer);
    }

    internal override string? Try(byte[] input) => inspection.Try(input) ?? Attach(input);

    private static string? Attach(byte[] input)
    {
        try
        {
            var attached = PdfAttachments.Attach(input, Attachment, Badges.Now, "ro");
            return PdfAttachments.TryRead(attached, out var found) && found.Any(file => file.FileName == Attachment.FileName && file.Bytes.Span.SequenceEqual(Attachment.Bytes.Span))
                ? null
                : "was attached to, and what was attached is not there";
        }
        catch (InvalidPdfException)
        {
            return null;
        }
    }
}
