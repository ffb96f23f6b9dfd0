namespace Promote.Credentials.Verification.Keys;

/// <summary>What is known about whose key it is.</summary>
internal enum KeyProvenance
{
    /// <summary>The issuer publishes it for signing claims.</summary>
    Published,

    /// <summary>The issuer publishes keys, and this is none of them.</summary>
    Unpublished,

    /// <summary>It belongs to somebody else than the issuer.</summary>
    Foreign,

    /// <summary>Where the issuer's keys would be found nothing answers, or nothing there says which keys are the issuer's.</summary>
    Unproven,
}
