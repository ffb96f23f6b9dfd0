namespace Promote.Credentials.Tests.LinkedData.Shacl;

/// <summary>A European Digital Credential that differs from the golden one in one member.</summary>
/// <param name="Aim">The constraint that the change aims at: class, property, parameter.</param>
/// <param name="Component">Its parameter.</param>
/// <param name="Json">The document.</param>
internal sealed record EdcMutant(string Aim, string Component, string Json);
