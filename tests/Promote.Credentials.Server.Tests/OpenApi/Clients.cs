using Promote.Credentials.Server.Tests.Fixtures;

namespace Promote.Credentials.Server.Tests.OpenApi;

/// <summary>Who asks a service for what its description says.</summary>
/// <param name="First">Sends a key with every scope of an issuer.</param>
/// <param name="Anonymous">Sends no key.</param>
/// <param name="Database">The database of the service.</param>
internal sealed record Clients(HttpClient First, HttpClient Anonymous, TestDatabase Database);
