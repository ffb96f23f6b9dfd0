using BenchmarkDotNet.Attributes;
using Promote.Credentials.Benchmarks.Samples;
using Promote.Credentials.Formats;
using Promote.Credentials.Formats.Linting;

namespace Promote.Credentials.Benchmarks.Phases;

/// <summary>One thread, the 4 KB credential that was linted already: signed as VC-JWT.</summary>
public class Jwt
{
    private readonly LintedDocument es256 = Sample.Lint(Sample.Write(Sample.Proposal, FormatList.OpenBadges3JwtEs256));
    private readonly LintedDocument rs256 = Sample.Lint(Sample.Write(Sample.Proposal, FormatList.OpenBadges3Jwt));

    [Benchmark(Description = "Sign as VC-JWT, ES256")]
    public SignedDocument Es256() => Sample.Sign(es256, Sample.P256Key);

    [Benchmark(Description = "Sign as VC-JWT, RS256 (2048)")]
    public SignedDocument Rs256() => Sample.Sign(rs256, Sample.RsaKey);
}
