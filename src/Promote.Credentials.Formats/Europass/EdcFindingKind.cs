namespace Promote.Credentials.Formats.Europass;

/// <summary>What is wrong at one place of a European Digital Credential.</summary>
public enum EdcFindingKind
{
    /// <summary>The published shapes ask for something else.</summary>
    SchemaViolation,

    /// <summary>A member that no context defines: readers of the credential never see it.</summary>
    UnknownKey,

    /// <summary>A type, id or value that readers never see, such as a null or an id that is no absolute IRI.</summary>
    LostValue,

    /// <summary>A duration that no workload or course can have.</summary>
    ImpossibleDuration,

    /// <summary>A date or time that the calendar does not have.</summary>
    ImpossibleDate,

    /// <summary>The contexts are not those of a European Digital Credential, so its names may mean anything.</summary>
    WrongContext,

    /// <summary>The document is no JSON-LD.</summary>
    Unreadable,
}
