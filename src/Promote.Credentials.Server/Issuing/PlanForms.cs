using System.Diagnostics;
using Promote.Credentials.Domain.Awards;
using Promote.Credentials.Formats;
using Promote.Credentials.Formats.OpenBadges3;
using Promote.Credentials.Formats.StatusLists;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Server.Issuing.Keys;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web;

namespace Promote.Credentials.Server.Issuing;

/// <summary>Plans the forms of an award: what each document will name, and the key that will sign it.</summary>
internal sealed class PlanForms(CredentialsDb db, IssuerIdentities identities, SigningKeys signingKeys, LinkedPictures pictures, PublicUrls urls)
{
    /// <param name="proposal">What was asked for.</param>
    /// <param name="decided">What was decided.</param>
    /// <param name="keysRevision">Which of the issuer's keys are in force.</param>
    /// <param name="pick">Takes the bit of one document.</param>
    /// <param name="cancellationToken">Ends the search for keys and pictures.</param>
    /// <exception cref="SettingsException">The issuer has no key for a form, or it is not here.</exception>
    public Task<List<IntendedForm>> RunAsync(AwardProposal proposal, DecidedAward decided, int keysRevision, Func<Task<StatusPlace>> pick, CancellationToken cancellationToken) =>
        RunAsync(proposal, decided, keysRevision, pick, isTrial: false, cancellationToken);

    /// <summary>Like <see cref="RunAsync(AwardProposal, DecidedAward, int, Func{Task{StatusPlace}}, CancellationToken)"/> for documents that are checked and thrown away: they take no bit.</summary>
    public Task<List<IntendedForm>> TryAsync(AwardProposal proposal, DecidedAward decided, int keysRevision, CancellationToken cancellationToken)
    {
        var place = new StatusPlace(RandomId.New(), 0);
        return RunAsync(proposal, decided, keysRevision, () => Task.FromResult(place), isTrial: true, cancellationToken);
    }

    /// <summary>The forms that an award takes: the verification page shows the embedded Open Badge, so every award has it.</summary>
    public static IEnumerable<Format> FormsOf(AwardProposal proposal) => proposal.Formats
        .Prepend(FormatList.OpenBadges3).Distinct(StringComparer.Ordinal)
        .Select(name => FormatList.TryGet(name, out var format) ? format : throw new UnreachableException("Award.Decide takes names of the list only."));

    private async Task<List<IntendedForm>> RunAsync(
        AwardProposal proposal, DecidedAward decided, int keysRevision, Func<Task<StatusPlace>> pick, bool isTrial, CancellationToken cancellationToken)
    {
        var (_, _, issuer, sealKey) = decided;
        var identity = await identities.OfAsync(db, issuer.Id, issuer.Slug, keysRevision, cancellationToken);
        var ids = new CredentialIds
        {
            Urls = urls, PublicId = RandomId.New(), IssuerDid = identity.Did, Salt = IdentityHash.NewSalt(),
            Status = await pick(),
            SubjectId = UrnUuid.New(), AssertionId = RandomId.New(), SignedAssertionId = UrnUuid.New(),
            EuropassId = CredentialIds.NewEuropassId(), SealOwnerId = CredentialIds.NewSealOwnerId(), Seal = sealKey?.Subject,
            IsTest = sealKey?.IsDevelopment ?? false, IsTrial = isTrial,
            Logo = sealKey is null || isTrial ? null : await pictures.FindAsync(issuer.Id, issuer.Image, cancellationToken),
        };
        var forms = new List<IntendedForm>();
        foreach (var format in FormsOf(proposal))
        {
            // One bit a document, so that no two of them can be told to belong together by it.
            var own = forms.Count == 0 ? ids : ids with { Status = await pick() };
            forms.Add(IntendedForm.Of(format, identity, signingKeys, sealKey, own));
        }

        return forms;
    }
}
