using Promote.Credentials.Domain.Awards;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Issuing;

/// <summary>An award that somebody asks for.</summary>
/// <param name="Proposal">What is asked for.</param>
/// <param name="Token">What makes a repeated request the same one; null when the client gave none.</param>
/// <param name="Succession">The award that this one follows; null for one of its own.</param>
/// <param name="Line">The line of a batch that it comes from: it gets its part in the same commits; null for one that was asked for by itself.</param>
internal sealed record AskedAward(AwardProposal Proposal, IdempotencyToken? Token = null, Succession? Succession = null, BatchLineRow? Line = null);
