namespace Promote.Credentials.LinkedData.JsonLd.Contexts;

/// <summary>A language or direction that a term states itself; stating null switches the default off.</summary>
internal readonly record struct Mapping(string? Value);
