namespace Promote.Credentials.Tests;

/// <summary>A fact over <see cref="Vectors"/>: skipped, with the reason printed, where the folder is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class VectorsFactAttribute : FactAttribute
{
    public VectorsFactAttribute() => Skip = Vectors.Missing;
}
