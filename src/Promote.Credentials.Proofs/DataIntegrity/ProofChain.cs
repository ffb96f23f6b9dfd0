namespace Promote.Credentials.Proofs.DataIntegrity;

/// <summary>Which proofs a proof follows: <c>previousProof</c> names them by id (Data Integrity 1.0 §4.5).</summary>
internal static class ProofChain
{
    /// <summary>The proofs named, in the document's order; false, with a sentence, where one is missing, ambiguous or follows in a circle.</summary>
    public static bool TryFollow(Proof proof, IReadOnlyList<Proof> all, out IReadOnlyList<Proof> previous, out string error)
    {
        previous = [.. all.Where(other => other.Id is not null && proof.PreviousProof.Contains(other.Id))];
        string? missing = proof.PreviousProof.FirstOrDefault(id => all.Count(other => other.Id == id) != 1);
        error = missing is not null ? $"The proof follows {missing}, which is not the id of exactly one proof here."
            : Reaches(proof, proof, all) ? "The proofs follow one another in a circle."
            : "";
        return error.Length == 0;
    }

    /// <summary>Whether <paramref name="goal"/> is among the proofs that <paramref name="start"/> follows, at any distance.</summary>
    private static bool Reaches(Proof start, Proof goal, IReadOnlyList<Proof> all)
    {
        var seen = new HashSet<Proof>(ReferenceEqualityComparer.Instance);
        var open = new Stack<Proof>([start]);
        while (open.TryPop(out Proof? next))
        {
            foreach (Proof other in all.Where(other => other.Id is not null && next.PreviousProof.Contains(other.Id)))
            {
                if (ReferenceEquals(other, goal))
                {
                    return true;
                }
                if (seen.Add(other))
                {
                    open.Push(other);
                }
            }
        }
        return false;
    }
}
