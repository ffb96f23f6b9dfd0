namespace Promote.Credentials.LinkedData.Rdf;

/// <summary>A set of quads.</summary>
public sealed class RdfDataset;
