namespace Promote.Credentials.LinkedData.JsonLd.Contexts;

/// <summary>A container mapping: which keywords <c>@container</c> names.</summary>
[Flags]
internal enum Containers
{
    None = 0,
    Graph = 1,
    Id = 2,
    Index = 4,
    Language = 8,
    List = 16,
    Set = 32,
    Type = 64,
}
