using Promote.Credentials.Domain.Profiles;
using Promote.Credentials.Server.Esco;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Profiles;

/// <summary>A profile as the API shows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Content">What it says; what a change sends back.</param>
/// <param name="Skills">All its skills, with ESCO's; nothing in a list of profiles.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="UpdatedAt">When it was changed last.</param>
internal sealed record ProfileAnswer(string Id, ProfileContent Content, IReadOnlyList<SkillAnswer>? Skills, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    /// <summary>Where the names of occupations and skills come from.</summary>
    public string Attribution { get; } = EscoAttribution.Sentence;

    public static ProfileAnswer Of(ProfileRow row, IReadOnlyList<SkillAnswer>? skills = null) =>
        new(row.Id, StoredJson.Read<ProfileContent>(row.Content), skills, row.CreatedAt, row.UpdatedAt);
}
