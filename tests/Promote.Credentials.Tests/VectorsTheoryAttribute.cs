namespace Promote.Credentials.Tests;

/// <summary>A theory over <see cref="Vectors"/>: skipped, with the reason printed, where the folder is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class VectorsTheoryAttribute : TheoryAttribute
{
    public VectorsTheoryAttribute() => Skip = Vectors.Missing;
}
