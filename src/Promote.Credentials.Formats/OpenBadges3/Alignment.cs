namespace Promote.Credentials.Formats.OpenBadges3;

/// <summary>One OB 3.0 Alignment.</summary>
/// <param name="TargetType">One of <see cref="Terms"/>' ext: types.</param>
/// <param name="Framework">Name of the framework, or null.</param>
/// <param name="Name">What a reader sees.</param>
/// <param name="Url">The published concept.</param>
/// <param name="Code">Short form of the concept, or null.</param>
internal sealed record Alignment(string TargetType, string? Framework, string Name, string Url, string? Code = null);
