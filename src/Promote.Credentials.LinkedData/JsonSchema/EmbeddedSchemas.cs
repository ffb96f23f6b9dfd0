using Promote.Credentials.LinkedData.Embedded;
using Promote.Credentials.LinkedData.Json;

namespace Promote.Credentials.LinkedData.JsonSchema;

/// <summary>
/// The schemas of the folder <c>schemas/</c>, each compiled when it is first asked for. A file that is not the pinned
/// one throws <see cref="InvalidDataException"/> then.
/// </summary>
public static class EmbeddedSchemas
{
    private const string OpenBadges3 = "openbadges3/";

    private static readonly Lazy<SchemaRegistry> OpenBadges3Documents = new(() => SchemaRegistry.Of(
        PinnedFiles.Shared.Paths
            .Where(path => path.StartsWith(OpenBadges3, StringComparison.Ordinal))
            .ToDictionary(path => path[OpenBadges3.Length..], Root)));

    private static readonly Lazy<JsonSchema> AchievementCredential = OpenBadges3Schema("achievement-credential.json");
    private static readonly Lazy<JsonSchema> EndorsementCredential = OpenBadges3Schema("endorsement-credential.json");
    private static readonly Lazy<JsonSchema> Profile = OpenBadges3Schema("profile.json");

    /// <summary>What the official AchievementCredential schema of Open Badges 3.0 accepts (an <c>OpenBadgeCredential</c>).</summary>
    public static JsonSchema OpenBadges3AchievementCredential => AchievementCredential.Value;

    /// <summary>What the official EndorsementCredential schema of Open Badges 3.0 accepts.</summary>
    public static JsonSchema OpenBadges3EndorsementCredential => EndorsementCredential.Value;

    /// <summary>What the official Profile schema of Open Badges 3.0 accepts.</summary>
    public static JsonSchema OpenBadges3Profile => Profile.Value;

    private static Lazy<JsonSchema> OpenBadges3Schema(string file) =>
        new(() => JsonSchema.Parse(Root(OpenBadges3 + file), OpenBadges3Documents.Value));

    private static System.Text.Json.JsonElement Root(string path)
    {
        using var document = StrictJson.Parse(PinnedFiles.Shared.Read(path));
        return document.RootElement.Clone();
    }
}
