using System.Text.Json;
using Promote.Credentials.Formats.Europass;
using Promote.Credentials.Formats.Pictures.Png;

namespace Promote.Credentials.Formats.Linting.Rules.Europass;

/// <summary>The pages that viewers show are pictures that can be shown: base64 of a PNG, upright like a sheet of A4, numbered from 1.</summary>
internal sealed class PagePictures() : LintRule("PC-L061", FormatFamily.Europass)
{
    private const int MaxBytes = 512 * 1024;

    internal override IEnumerable<LintFinding> Find(LintInput input) =>
        from display in input.Nodes
        where display.Type == "IndividualDisplay"
        from detail in Each(display.Value, display.Pointer, "displayDetail").Index()
        where !IsPage(detail.Item.Value, detail.Index + 1)
        select Finding(detail.Item.Pointer, "Give the pages in order, each as the PNG of a sheet of A4.");

    private static bool IsPage(JsonElement detail, int number)
    {
        var image = Member(detail, "image");
        return Member(detail, "page") is { ValueKind: JsonValueKind.Number } page && page.TryGetInt32(out var given) && given == number
            && Text(Member(image, "contentType"), "id") == Concepts.Png.Uri
            && Member(image, "content") is { ValueKind: JsonValueKind.String } content && content.TryGetBytesFromBase64(out var bytes)
            && bytes.Length <= MaxBytes
            && PngFile.TryReadSize(bytes, out var width, out var height)
            && height > width;
    }
}
