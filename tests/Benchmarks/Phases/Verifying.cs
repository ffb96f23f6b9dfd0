using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Promote.Credentials.Benchmarks.Samples;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Proofs.DataIntegrity;
using Promote.Credentials.Proofs.Dids;

namespace Promote.Credentials.Benchmarks.Phases;

/// <summary>One thread, the 4 KB credential: from bytes to the verdict on its proof.</summary>
public class Verifying
{
    private readonly byte[] signed = Sample.Signed().ToArray();
    private readonly Dictionary<string, VerificationMethod> methods;
    private readonly ProofVerificationOptions options = new() { Now = TimeProvider.System.GetUtcNow() };

    public Verifying()
    {
        var id = $"{Sample.IssuerDid}#{Sample.Key.PublicKey.Multikey}";
        methods = new() { [id] = new(id, Sample.IssuerDid, Sample.Key.PublicKey) };
    }

    [Benchmark(Description = "Parse and verify")]
    public bool Verify()
    {
        using JsonDocument document = StrictJson.Parse(signed);
        var result = DataIntegrityProof.Verify(document.RootElement, methods, options).Single();
        return result.Verified ? true : throw new InvalidOperationException(result.Detail);
    }
}
