using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Web.Json;

namespace Promote.Credentials.Server.Batches;

/// <summary>What is asked of a file, in the address of the request or in the fields of its form.</summary>
internal sealed record BatchQuestion
{
    /// <summary>What is awarded.</summary>
    public string? Achievement { get; init; }

    /// <summary>The formats to issue, separated by commas; Open Badges 3.0 where nobody says.</summary>
    public string? Formats { get; init; }

    /// <summary>Whether it is checked and nothing else.</summary>
    public bool DryRun { get; init; }

    /// <summary>Whether it is issued without being confirmed, if every line is good.</summary>
    public bool Confirm { get; init; }

    /// <summary>When issuing begins, an instant with its zone; at once where nobody says.</summary>
    public string? ScheduledFor { get; init; }

    /// <summary>The same with what a form says.</summary>
    /// <param name="fields">The fields of the form.</param>
    /// <param name="address">What the address says already.</param>
    public Decision<BatchQuestion> With(IReadOnlyDictionary<string, string> fields, IQueryCollection address)
    {
        var asked = this;
        foreach (var (name, value) in fields)
        {
            if (address.ContainsKey(name))
            {
                return new Refusal(RefusalCode.InvalidValue, $"/{name}", "The address says it and the form too: say it once.");
            }

            if (asked.With(name.ToLowerInvariant(), value) is not { } with)
            {
                return new Refusal(RefusalCode.UnknownField, $"/{name}", "The fields of the form are achievement, formats, dryRun, confirm, scheduledFor and file; dryRun and confirm are true or false.");
            }

            asked = with;
        }

        return asked;
    }

    /// <summary>When issuing begins; false where that is no instant.</summary>
    public bool TryGetSchedule(out DateTimeOffset? instant)
    {
        var isInstant = InstantConverter.TryParseInstant(ScheduledFor ?? "", out var read);
        instant = isInstant ? read : null;
        return isInstant || string.IsNullOrEmpty(ScheduledFor);
    }

    private BatchQuestion? With(string name, string value) => name switch
    {
        "achievement" => this with { Achievement = value },
        "formats" => this with { Formats = value },
        "dryrun" => bool.TryParse(value, out var isDry) ? this with { DryRun = isDry } : null,
        "confirm" => bool.TryParse(value, out var isConfirmed) ? this with { Confirm = isConfirmed } : null,
        "scheduledfor" => this with { ScheduledFor = value },
        _ => null,
    };
}
