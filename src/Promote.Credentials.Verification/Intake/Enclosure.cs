namespace Promote.Credentials.Verification.Intake;

/// <summary>What a credential was handed in inside of.</summary>
public enum Enclosure
{
    /// <summary>Nothing: the credential itself.</summary>
    None,

    /// <summary>A PNG with a baked badge.</summary>
    Png,

    /// <summary>An SVG with a baked badge.</summary>
    Svg,

    /// <summary>A PDF that has it attached.</summary>
    Pdf,

    /// <summary>An EnvelopedVerifiableCredential: a data URL around a JWT (VC 2.0 §4.13).</summary>
    Envelope,
}
