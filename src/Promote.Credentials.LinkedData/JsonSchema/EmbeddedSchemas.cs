using Promote.Credentials.LinkedData.Embedded;
using Promote.Credentials.LinkedData.Json;

namespace Promote.Credentials.LinkedData.JsonSchema;

/// <summary>
/// The schemas of the folder <c>schemas/</c>, each compiled when it is first asked for. A file that is not the pinned
/// one throws <see cref="InvalidDataException"/> then.
/// </summary>
public static class EmbeddedSchemas
{
    private const string OpenBadges2 = "openbadges2/";
    private const string OpenBadges3 = "openbadges3/";

    private static readonly Lazy<SchemaRegistry> OpenBadges2Documents = Folder(OpenBadges2);
    private static readonly Lazy<SchemaRegistry> OpenBadges3Documents = Folder(OpenBadges3);

    private static readonly Lazy<JsonSchema> Assertion = Schema(OpenBadges2 + "assertion.json", OpenBadges2Documents);
    private static readonly Lazy<JsonSchema> BadgeClass = Schema(OpenBadges2 + "badge-class.json", OpenBadges2Documents);
    private static readonly Lazy<JsonSchema> Issuer = Schema(OpenBadges2 + "issuer.json", OpenBadges2Documents);
    private static readonly Lazy<JsonSchema> AchievementCredential = Schema(OpenBadges3 + "achievement-credential.json", OpenBadges3Documents);
    private static readonly Lazy<JsonSchema> EndorsementCredential = Schema(OpenBadges3 + "endorsement-credential.json", OpenBadges3Documents);
    private static readonly Lazy<JsonSchema> Profile = Schema(OpenBadges3 + "profile.json", OpenBadges3Documents);

    /// <summary>What the tables of Open Badges 2.0 say of an Assertion.</summary>
    public static JsonSchema OpenBadges2Assertion => Assertion.Value;

    /// <summary>What the tables of Open Badges 2.0 say of a BadgeClass.</summary>
    public static JsonSchema OpenBadges2BadgeClass => BadgeClass.Value;

    /// <summary>What the tables of Open Badges 2.0 say of the Profile of an issuer.</summary>
    public static JsonSchema OpenBadges2Issuer => Issuer.Value;

    /// <summary>What the official AchievementCredential schema of Open Badges 3.0 accepts (an <c>OpenBadgeCredential</c>).</summary>
    public static JsonSchema OpenBadges3AchievementCredential => AchievementCredential.Value;

    /// <summary>What the official EndorsementCredential schema of Open Badges 3.0 accepts.</summary>
    public static JsonSchema OpenBadges3EndorsementCredential => EndorsementCredential.Value;

    /// <summary>What the official Profile schema of Open Badges 3.0 accepts.</summary>
    public static JsonSchema OpenBadges3Profile => Profile.Value;

    private static Lazy<SchemaRegistry> Folder(string folder) => new(() => SchemaRegistry.Of(
        PinnedFiles.Shared.Paths
            .Where(path => path.StartsWith(folder, StringComparison.Ordinal))
            .ToDictionary(path => path[folder.Length..], Root)));

    private static Lazy<JsonSchema> Schema(string path, Lazy<SchemaRegistry> documents) => new(() => JsonSchema.Parse(Root(path), documents.Value));

    private static System.Text.Json.JsonElement Root(string path)
    {
        using var document = StrictJson.Parse(PinnedFiles.Shared.Read(path));
        return document.RootElement.Clone();
    }
}
