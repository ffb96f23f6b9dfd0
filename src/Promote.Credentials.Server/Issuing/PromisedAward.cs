using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Domain.Awards;
using Promote.Credentials.Formats;
using Promote.Credentials.Formats.Linting;
using Promote.Credentials.Server.Storage.Encryption;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Issuing;

/// <summary>An award on its way through <see cref="IssueCredential"/>: nothing stands against it, and each step adds its part.</summary>
/// <param name="place">Where it stands among those that are issued together.</param>
/// <param name="request">What was asked for.</param>
/// <param name="award">What was decided.</param>
/// <param name="version">What is awarded.</param>
internal sealed class PromisedAward(int place, AskedAward request, Award award, AchievementVersion version) : IDisposable
{
    public int Place => place;

    public AskedAward Request => request;

    public Award Award => award;

    public AchievementVersion Version => version;

    /// <summary>Keyed hash of its Idempotency-Key; empty where there is none.</summary>
    public required byte[] KeyHash { get; init; }

    /// <summary>Step 1: the forms with their ids, and where each is signed.</summary>
    public required IReadOnlyList<IntendedForm> Forms { get; init; }

    /// <summary>Step 2: what each form says.</summary>
    public IReadOnlyList<Draft> Drafts { get; set; } = [];

    /// <summary>Steps 3 and 4: what the linter accepted, with its canonical bytes.</summary>
    public IReadOnlyList<LintedDocument> Linted { get; set; } = [];

    /// <summary>Step 5: its row; null before.</summary>
    public AwardRow? Row { get; set; }

    /// <summary>Step 5: the key of its learner.</summary>
    public LearnerKey? Key { get; set; }

    /// <summary>Step 5: what is promised.</summary>
    public IReadOnlyList<IntendedDocument<CredentialRow>> Documents { get; set; } = [];

    /// <summary>Step 6: what was signed.</summary>
    public IReadOnlyList<SignedDocument>? Signed { get; set; }

    public void Dispose() => Key?.Dispose();
}
