using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Promote.Credentials.Proofs.Jades;
using Promote.Credentials.Tests.LinkedData;

namespace Promote.Credentials.Tests.Proofs.Jades;

/// <summary>A stranger's seal says whatever it likes, and never makes us throw.</summary>
public sealed class HostileSealTests
{
    /// <summary>Thousands found nothing more; these are what a test may cost.</summary>
    private const int Runs = 100;

    private static readonly Gen<int[]> Places = Gen.Choose(0, int.MaxValue - 1).ArrayOf(4);

    [VectorsFact]
    public void A_certificate_with_changed_bytes_makes_nothing_throw()
    {
        JsonNode json = OfficialSeals.Json(OfficialSeals.Participation);
        JsonNode header = JsonNode.Parse(Base64Url.DecodeFromChars((string)json["signatures"]![0]!["protected"]!))!;
        byte[] original = Convert.FromBase64String((string)header["x5c"]![0]!);
        header.AsObject().Remove("kid");
        int judged = 0;
        Properties.ForAll(Places, places =>
        {
            byte[] changed = Change(original, places);
            header["x5c"]![0] = Convert.ToBase64String(changed);
            header["x5t#S256"] = Base64Url.EncodeToString(SHA256.HashData(changed));
            json["signatures"]![0]!["protected"] = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header.ToJsonString()));
            judged += Judge(json) ? 1 : 0;
        }, Runs);
        Assert.True(judged > 5);
    }

    [VectorsTheory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void What_was_added_later_with_changed_bytes_makes_nothing_throw(int entry)
    {
        JsonNode json = OfficialSeals.Json(OfficialSeals.MicroCredential);
        JsonNode entries = json["signatures"]![0]!["header"]!["etsiU"]!;
        JsonNode added = JsonNode.Parse(Base64Url.DecodeFromChars((string)entries[entry]!))!;
        JsonNode value = entry == 1 ? added["xVals"]![3]!["x509Cert"]! : added[entry == 0 ? "sigTst" : "arcTst"]!["tstTokens"]![0]!;
        byte[] original = Convert.FromBase64String((string)value["val"]!);
        int judged = 0;
        Properties.ForAll(Places, places =>
        {
            value["val"] = Convert.ToBase64String(Change(original, places));
            entries[entry] = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(added.ToJsonString()));
            judged += Judge(json) ? 1 : 0;
        }, Runs);
        Assert.True(judged > 5);
    }

    [VectorsFact]
    public void A_document_with_changed_bytes_makes_nothing_throw()
    {
        byte[] original = OfficialSeals.Read(OfficialSeals.Participation);
        Properties.ForAll(Places, places => Judge(Change(original, places)), Runs);
    }

    private static bool Judge(JsonNode json) => Judge(Encoding.UTF8.GetBytes(json.ToJsonString()));

    /// <summary>Whether it was read; then it is judged in every way.</summary>
    private static bool Judge(byte[] document)
    {
        if (!JadesSeal.TryRead(document, out SealReading? seal, out string error))
        {
            Assert.NotEmpty(error);
            return false;
        }
        _ = seal.Verify([OfficialSeals.TimeAuthority, OfficialSeals.SealAuthority(true)], OfficialSeals.Later);
        return true;
    }

    private static byte[] Change(byte[] original, int[] places)
    {
        byte[] changed = [.. original];
        foreach (int place in places)
        {
            changed[place % changed.Length] ^= (byte)(1 << (place % 8));
        }
        return changed;
    }
}
