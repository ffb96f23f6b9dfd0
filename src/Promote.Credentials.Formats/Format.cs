using Promote.Credentials.Domain.Awards;
using Promote.Credentials.Formats.Linting;

namespace Promote.Credentials.Formats;

/// <summary>One way to write an award down.</summary>
/// <param name="Name">What clients ask for in <c>formats</c>, such as <c>ob3</c>.</param>
/// <param name="Write">Writes the award; the same input gives the same bytes.</param>
public sealed record Format(string Name, Func<Award, CredentialIds, Draft> Write);
