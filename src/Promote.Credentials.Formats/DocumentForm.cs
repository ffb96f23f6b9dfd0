using Promote.Credentials.Formats.Securing;

namespace Promote.Credentials.Formats;

/// <summary>A kind of document that this service signs: what it is linted against and how it is signed.</summary>
public record DocumentForm
{
    /// <summary>Its name, such as <c>ob3</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The specification that its documents follow.</summary>
    public required FormatFamily Family { get; init; }

    /// <summary>What makes a reader trust it: a proof, a signature, or the place where it is published.</summary>
    public required SecuringMechanism Securing { get; init; }
}
