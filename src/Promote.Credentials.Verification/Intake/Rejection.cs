namespace Promote.Credentials.Verification.Intake;

/// <summary>Why an input is not a credential at all.</summary>
/// <param name="Kind">In which way.</param>
/// <param name="Pointer">RFC 6901 pointer to what is wrong; empty for the whole input.</param>
/// <param name="Detail">One sentence that says what is expected.</param>
public sealed record Rejection(RejectionKind Kind, string Pointer, string Detail);
