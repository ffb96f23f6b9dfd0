using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Storage.Encryption;

/// <summary>Whom an issuer means when it names somebody by an identifier, an address, or both.</summary>
/// <param name="ByIdentifier">Who is known by the identifier.</param>
/// <param name="ByAddress">Who is known by the address; null for somebody who has another identifier than the one that is given.</param>
/// <param name="NewNames">Keyed hashes of the names by which nobody is known so far.</param>
internal sealed record NamedLearner(LearnerRow? ByIdentifier, LearnerRow? ByAddress, IReadOnlyList<byte[]> NewNames)
{
    /// <summary>The one who is meant: where the names are those of two, the identifier decides. Null where nobody is known.</summary>
    public LearnerRow? Known => ByIdentifier ?? ByAddress;

    /// <summary>The ids of whoever is known by one of the names.</summary>
    public IEnumerable<string> Ids => new[] { ByIdentifier?.Id, ByAddress?.Id }.OfType<string>().Distinct();
}
