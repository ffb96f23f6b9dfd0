namespace Promote.Credentials.Server.Tests.Esco;

/// <summary>A theory over <see cref="SharedEsco"/>: skipped, with the reason printed, where the folder is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedEscoTheoryAttribute : TheoryAttribute
{
    public SharedEscoTheoryAttribute() => Skip = SharedEsco.Missing;
}
