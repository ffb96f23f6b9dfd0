using Promote.Credentials.Formats.Baking;
using Promote.Credentials.Formats.Pictures;
using Promote.Credentials.Fuzz.Mutations;
using Promote.Credentials.Fuzz.Seeds;

namespace Promote.Credentials.Fuzz.Targets;

/// <summary>Baked PNGs, verified; and the same files as pictures that an issuer uploads, and as pictures to bake a badge into.</summary>
internal sealed class Png : Target
{
    private readonly Inspection inspection = new();
    private readonly List<byte[]> seeds;
    private readonly List<byte[]> largest = [PngFile.Of(2048, 2048, 16, 6), PngFile.Of(4096, 1024, 16, 6), PngFile.Of(4096, 1024, 1, 0)];

    internal Png()
    {
        var forge = new Forge();
        var badge = forge.Embed(Badges.Small(forge.Key.Did));
        inspection.TrustValid(badge);
        byte[][] pictures = [PngFile.Of(9, 9), PngFile.Of(32, 8, 4, 3), PngFile.Of(5, 7, 16, 6), PngFile.Of(16, 16, 1, 0)];
        seeds =
        [
            .. pictures, .. pictures.Select(picture => Bake(picture, BakedKind.OpenBadges3, badge)), Bake(pictures[0], BakedKind.OpenBadges2, "https://example.org/1"u8),
            .. Repository.Vectors("open-badges", "*.png"),
        ];
        seeds.ForEach(picture => inspection.Trust(picture));
    }

    internal override string Name => "png";

    internal override IReadOnlyList<byte[]> Seeds => seeds;

    // The largest pictures that are taken cost most as they are.
    internal override byte[] Make(Dice dice) => dice.OneIn(400) ? dice.Pick(largest) : PngEdits.Mutate(dice.Pick(dice.OneIn(400) ? largest : seeds), dice);

    internal override string? Try(byte[] input) => inspection.Try(input) ?? Upload(input) ?? BakeAnew(input);

    private static byte[] Bake(byte[] picture, BakedKind kind, ReadOnlySpan<byte> badge) =>
        PngBadge.TryBake(picture, kind, badge, out var baked, out var refusal) ? baked : throw new InvalidOperationException(refusal.Detail);

    // What was taken is served to everybody: it must be taken again, as the same picture.
    private static string? Upload(byte[] input) =>
        !PngUpload.TryRead(input, out var picture, out _) ? null
        : picture.Bytes.Length > 100_000 || PngUpload.TryRead(picture.Bytes.Span, out var again, out _) && again.Bytes.Span.SequenceEqual(picture.Bytes.Span) ? null
        : "was taken as a picture, and what came out is not taken as the same";

    private static string? BakeAnew(byte[] input) =>
        !PngBadge.TryBake(input, BakedKind.OpenBadges3, "{\"a\":1}"u8, out var baked, out _) ? null
        : !PngBadge.TryExtract(baked, out var badge, out var refusal) ? $"was baked into and nothing comes out: {refusal.Detail}"
        : badge.Credential.Span.SequenceEqual("{\"a\":1}"u8) ? null
        : "gives back another credential than was baked in";
}
