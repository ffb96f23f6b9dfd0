using Promote.Credentials.Proofs.Ed25519;

namespace Promote.Credentials.Tests.Proofs.Ed25519;

/// <summary>The back ends on this machine, as theory data.</summary>
internal static class Backends
{
    public static IEd25519 Named(string name) => Ed25519Backend.Present.Single(backend => backend.Name == name);
}
