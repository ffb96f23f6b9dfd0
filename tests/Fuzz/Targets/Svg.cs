using System.Text;
using Promote.Credentials.Formats.Baking;
using Promote.Credentials.Formats.Pictures;
using Promote.Credentials.Fuzz.Mutations;
using Promote.Credentials.Fuzz.Seeds;

namespace Promote.Credentials.Fuzz.Targets;

/// <summary>Baked SVGs, verified; and the same files as pictures that an issuer uploads, and as pictures to bake a badge into.</summary>
internal sealed class Svg : Target
{
    private static readonly XmlSyntax Syntax = new(
        "<openbadges:credential xmlns:openbadges=\"https://purl.imsglobal.org/ob/v3p0\">{}</openbadges:credential>",
        "<assertion xmlns=\"http://openbadges.org\" verify=\"https://example.org/1\"/>",
        "verify=\"ey.ey.ey\"", "xmlns:openbadges=\"http://openbadges.org\"", "<![CDATA[{}]]>");

    private readonly Inspection inspection = new();
    private readonly List<byte[]> seeds;

    internal Svg()
    {
        var forge = new Forge();
        var badge = forge.Embed(Badges.Small(forge.Key.Did));
        inspection.TrustValid(badge);
        byte[][] pictures = [.. Repository.Files("tests/golden/pictures", "*.svg"), .. Repository.Files("tests/golden/certificates", "*.svg")];
        seeds = [.. pictures, .. pictures.Select(picture => Bake(picture, badge)), .. Repository.Vectors("open-badges/ob30", "*.svg")];
        seeds.ForEach(picture => inspection.Trust(picture));
    }

    internal override string Name => "svg";

    internal override IReadOnlyList<byte[]> Seeds => seeds;

    internal override byte[] Make(Dice dice) => Syntax.Mutate(dice.Pick(seeds), dice);

    internal override string? Try(byte[] input) => inspection.Try(input) ?? Upload(input) ?? BakeAnew(input);

    private static byte[] Bake(byte[] picture, byte[] badge) =>
        SvgBadge.TryBake(picture, BakedKind.OpenBadges3, badge, out var baked, out var refusal) ? baked : throw new InvalidOperationException(refusal.Detail);

    // What was taken is served to everybody: it must be taken again, as the same picture, and hold nothing that runs.
    private static string? Upload(byte[] input)
    {
        if (!SvgUpload.TryRead(input, out var picture, out _))
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(picture.Bytes.Span);
        return !SvgUpload.TryRead(picture.Bytes.Span, out var again, out var refusal) ? $"was taken as a picture and what came out is not: {refusal.Detail}"
            : !again.Bytes.Span.SequenceEqual(picture.Bytes.Span) ? "changes each time that it is uploaded"
            : text.Contains("<script", StringComparison.OrdinalIgnoreCase) || text.Contains("<foreignObject", StringComparison.OrdinalIgnoreCase) ? "was taken as a picture with a script"
            : null;
    }

    private static string? BakeAnew(byte[] input) =>
        !SvgBadge.TryBake(input, BakedKind.OpenBadges3, "{\"a\":1}"u8, out var baked, out _) ? null
        : !SvgBadge.TryExtract(baked, out var badge, out var refusal) ? $"was baked into and nothing comes out: {refusal.Detail}"
        : badge.Credential.Span.SequenceEqual("{\"a\":1}"u8) ? null
        : "gives back another credential than was baked in";
}
