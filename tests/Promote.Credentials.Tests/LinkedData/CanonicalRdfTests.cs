using System.Text;
using Promote.Credentials.LinkedData;
using Promote.Credentials.LinkedData.Json;

namespace Promote.Credentials.Tests.LinkedData;

public sealed class CanonicalRdfTests
{
    private const string Golden = "open-badges/golden/promote-unsigned";

    [VectorsFact]
    public void The_golden_credential_has_its_golden_quads()
    {
        using var credential = StrictJson.Parse(Vectors.Read(Golden + ".json"));

        var quads = CanonicalRdf.Canonicalize(credential.RootElement);

        Assert.Equal(Encoding.UTF8.GetString(Vectors.Read(Golden + ".nq")), Encoding.UTF8.GetString(quads));
    }
}
