using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Formats.DataModel;
using Promote.Credentials.Proofs.Dids;
using Promote.Credentials.Proofs.Keys;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.VcApi;

/// <summary>In Development: as whom each suite signs, so that a test suite can be told without looking.</summary>
internal sealed class DevelopmentKeyDids(IHostEnvironment environment) : ControllerBase
{
    private static readonly Lazy<object> Dids = new(Read);

    [HttpGet("/vc-api/keys")]
    public IActionResult Run() => environment.IsDevelopment() ? Ok(Dids.Value) : Refused.NotFound();

    // By the name of the suite; by curve where it takes several.
    private static Dictionary<string, object> Read()
    {
        var keys = DevelopmentKeys.IssuerKeys.Select(name =>
        {
            using var key = DevelopmentKeys.Issuer(name);
            return key.PublicKey;
        }).DistinctBy(key => key.Algorithm).ToDictionary(key => key.Algorithm, DidKey.For);
        return CredentialForms.All.GroupBy(form => form.Cryptosuite ?? "vc+jwt").ToDictionary(
            suite => suite.Key,
            suite => suite.Count() == 1 ? keys[KeyOf(suite.Single())] : (object)suite.ToDictionary(form => CurveOf(KeyOf(form)), form => keys[KeyOf(form)]));
    }

    private static KeyAlgorithm KeyOf(CredentialForm form) => form.Securing.KeyAlgorithm!.Value;

    private static string CurveOf(KeyAlgorithm algorithm) => algorithm == KeyAlgorithm.P384 ? "P-384" : "P-256";
}
