namespace Promote.Credentials.Server.Learners;

/// <summary>Why a learner is erased. A closed list, because it stands in the audit trail for ever and what somebody types may name a person.</summary>
internal enum ErasureReason
{
    /// <summary>The person asked for it.</summary>
    Requested,

    /// <summary>It was kept as long as it may be.</summary>
    RetentionEnded,

    /// <summary>It should never have been recorded.</summary>
    RecordedByMistake,
}
