using System.Text.Json;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Verification;
using Promote.Credentials.Verification.Intake;

namespace Promote.Credentials.Tests.Verification;

/// <summary>
/// Every badge of the published index against the outcome of the reference validator. Where ours differs, it is because the reference takes
/// the issuer on trust; <c>docs/verification.md</c> lists these files.
/// </summary>
public sealed class PublishedIndexTests
{
    // Its BadgeClass lies at one address and says that it is another one's.
    private static readonly Dictionary<string, string> Differing = new() { ["ob20/basic-assertion-with-allowed-origins.json"] = "WARNING" };

    private readonly World world = new();

    public PublishedIndexTests()
    {
        if (Vectors.Missing is not null)
        {
            return;
        }

        Serve(Vectors.PathOf("open-badges/ob20/basic-assertion.json"));
        foreach (var file in Directory.GetFiles(Vectors.PathOf("open-badges/ob20/assets")))
        {
            Serve(file);
        }
    }

    public static TheoryData<string, string> Badges
    {
        get
        {
            var badges = new TheoryData<string, string>();
            if (Vectors.Missing is null)
            {
                foreach (var line in File.ReadLines(Vectors.PathOf("open-badges/index.tsv")).Skip(1).Select(line => line.Split('\t')))
                {
                    var expected = line[2].Split(' ', ':', ';', '(')[0];
                    if (expected is "VALID" or "WARNING" or "INVALID" && !line[0].Contains("/assets/", StringComparison.Ordinal))
                    {
                        badges.Add(line[0], expected);
                    }
                }
            }

            return badges;
        }
    }

    /// <summary>Format, proof, dates and status alone: whether it is the issuer's is our own question.</summary>
    [VectorsTheory]
    [MemberData(nameof(Badges))]
    public async Task Apart_from_the_issuer_the_reference_validator_says_the_same(string path, string expected)
    {
        if (path.StartsWith("ob20/", StringComparison.Ordinal) && path.EndsWith(".json", StringComparison.Ordinal))
        {
            Serve(Vectors.PathOf($"open-badges/{path}"));
        }

        var report = await world.VerifyAsync(Vectors.Read($"open-badges/{path}"));
        var lines = report.Checks.Where(check => check.Id is CheckIds.Format or CheckIds.Schema or CheckIds.Proof or CheckIds.ValidityDates or CheckIds.Status).ToList();
        var said = report.Rejection is not null || lines.Any(line => line.Outcome == CheckOutcome.Failed) ? "INVALID"
            : lines.Any(line => line.Outcome is CheckOutcome.Warning or CheckOutcome.NotChecked) ? "WARNING"
            : "VALID";

        Assert.True(said == Differing.GetValueOrDefault(path, expected), $"{path}: {said}, by the reference {expected}\n{string.Join('\n', report.Checks.Select(check => $"{check.Outcome} {check.Key} {string.Join("; ", check.Facts)}"))}\n{report.Rejection}");
    }

    /// <summary>No key of these files is published anywhere, so nobody can know whose they are.</summary>
    [VectorsTheory]
    [InlineData("ob30/simple.json")]
    [InlineData("ob30/simple-json.png")]
    [InlineData("ob30/simple-json.svg")]
    [InlineData("ob30/simple-jwt.png")]
    [InlineData("ob30/simple-did-key-method.json")]
    public async Task A_badge_whose_issuer_publishes_no_key_is_never_green(string path)
    {
        var report = await world.VerifyAsync(Vectors.Read($"open-badges/{path}"));

        Assert.NotEqual(Outcome.Valid, report.Outcome);
        Assert.NotEqual(Outcome.ValidWithWarnings, report.Outcome);
        Assert.NotEqual(CheckOutcome.Passed, report.Check(CheckIds.IssuerIdentity).Outcome);
    }

    [VectorsTheory]
    [InlineData("ob30/simple-json.png", Enclosure.Png)]
    [InlineData("ob30/simple-json.svg", Enclosure.Svg)]
    public async Task What_is_baked_is_taken_out(string path, Enclosure enclosure) =>
        Assert.Equal(enclosure, (await world.VerifyAsync(Vectors.Read($"open-badges/{path}"))).Enclosure);

    // The published files name one another by either scheme, are served from one host, and several say that they are the same assertion.
    private void Serve(string file)
    {
        var bytes = File.ReadAllBytes(file);
        world.Web[$"https://example.org/{Path.GetFileName(file)}"] = bytes;
        world.Web[$"http://example.org/{Path.GetFileName(file)}"] = bytes;
        if (IdOf(bytes) is { } id)
        {
            world.Web[id] = bytes;
        }
    }

    private static string? IdOf(byte[] json)
    {
        try
        {
            using var document = StrictJson.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("id", out var id) ? id.GetString() : null;
        }
        catch (MalformedJsonException)
        {
            return null;
        }
    }
}
