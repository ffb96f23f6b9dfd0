namespace Promote.Credentials.Tests.Architecture;

/// <summary>A type's code or signature names another type, or a member of it.</summary>
/// <param name="From">The full name of the outermost type that names it.</param>
/// <param name="To">The full name of the outermost type that is named.</param>
/// <param name="Member">The method or field that is named; null for the type alone.</param>
internal sealed record Use(string From, string To, string? Member);
