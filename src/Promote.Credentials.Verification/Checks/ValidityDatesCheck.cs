using System.Text.Json;

namespace Promote.Credentials.Verification.Checks;

/// <summary>PC-V004: the instant of asking lies between the start and the end of validity (VC 2.0 §4.9).</summary>
internal sealed class ValidityDatesCheck() : PureCheck("PC-V004", CheckIds.ValidityDates, "Validity dates")
{
    /// <summary>Clocks of honest machines differ by this much.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(60);

    /// <inheritdoc/>
    protected override Finding Find(Candidate candidate)
    {
        if (!TryRead(candidate.Document, candidate.Family.ValidFrom, out var from) || !TryRead(candidate.Document, candidate.Family.ValidUntil, out var until))
        {
            return Finding.Failed("validityDates.unreadable", "The dates of validity cannot be read.");
        }

        if (candidate.Now + Tolerance < from)
        {
            return Finding.Failed("validityDates.early", $"The credential is not valid yet: it begins on {Instants.Sentence(from!.Value)}.").With("from", from!);
        }

        if (candidate.Now - Tolerance > until)
        {
            return Finding.Failed("validityDates.expired", $"The credential has expired: it was valid until {Instants.Sentence(until!.Value)}.").With("until", until!);
        }

        return until is null
            ? Finding.Passed("validityDates.unlimited", "The credential is in force and has no end date.")
            : Finding.Passed("validityDates.inForce", $"The credential is in force and stays so until {Instants.Sentence(until!.Value)}.").With("until", until);
    }

    /// <summary>An absent end is no end; an absent start is told by the format check and cannot lie in the future.</summary>
    private static bool TryRead(JsonElement document, string name, out DateTimeOffset? instant)
    {
        var readable = XsdDateTimeStamp.TryParse(document.Text(name), out var parsed);
        instant = readable ? parsed : null;
        return readable || document.Member(name).ValueKind == JsonValueKind.Undefined;
    }
}
