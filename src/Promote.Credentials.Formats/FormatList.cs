using System.Diagnostics.CodeAnalysis;
using Promote.Credentials.Formats.OpenBadges3;
using Promote.Credentials.Formats.Securing;
using Promote.Credentials.Proofs.DataIntegrity;
using Promote.Credentials.Proofs.Keys;
using EDC = Promote.Credentials.Formats.Europass;
using OB2 = Promote.Credentials.Formats.OpenBadges2;

namespace Promote.Credentials.Formats;

/// <summary>Every format that an award can be issued in.</summary>
public static class FormatList
{
    /// <summary>Open Badges 3.0 with an embedded proof by Ed25519: the format of the verification page and the default.</summary>
    public const string OpenBadges3 = "ob3";

    /// <summary>Open Badges 3.0 with an embedded proof by P-256.</summary>
    public const string OpenBadges3Ecdsa = "ob3-ecdsa";

    /// <summary>Open Badges 3.0 as a JWT by RS256: what every certified validator takes.</summary>
    public const string OpenBadges3Jwt = "ob3-jwt";

    /// <summary>Open Badges 3.0 as a JWT by ES256.</summary>
    public const string OpenBadges3JwtEs256 = "ob3-jwt-es256";

    /// <summary>A hosted Open Badges 2.0 assertion.</summary>
    public const string OpenBadges2 = "ob2";

    /// <summary>A signed Open Badges 2.0 assertion.</summary>
    public const string OpenBadges2Jwt = "ob2-jwt";

    /// <summary>A European Digital Credential under a JAdES seal.</summary>
    public const string Europass = "europass";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Format> All { get; } =
    [
        new()
        {
            Name = OpenBadges3,
            Family = FormatFamily.OpenBadges3,
            Securing = new EmbeddedProof(new EddsaRdfc2022(), KeyAlgorithm.Ed25519),
            MediaType = "application/vc",
            FileName = "credential.json",
            Write = Writer.Write,
        },
        new()
        {
            Name = OpenBadges3Ecdsa,
            Family = FormatFamily.OpenBadges3,
            Securing = new EmbeddedProof(new EcdsaRdfc2019(), KeyAlgorithm.P256),
            MediaType = "application/vc",
            FileName = "credential-ecdsa.json",
            Write = (award, ids) => Writer.Write(award, ids) with { Format = OpenBadges3Ecdsa },
        },
        new()
        {
            Name = OpenBadges3Jwt,
            Family = FormatFamily.OpenBadges3,
            Securing = new VcJwtProof(KeyAlgorithm.Rsa),
            MediaType = "application/vc+jwt",
            FileName = "credential-rs256.jwt",
            Write = (award, ids) => Writer.WriteWithSubject(award, ids) with { Format = OpenBadges3Jwt },
        },
        new()
        {
            Name = OpenBadges3JwtEs256,
            Family = FormatFamily.OpenBadges3,
            Securing = new VcJwtProof(KeyAlgorithm.P256),
            MediaType = "application/vc+jwt",
            FileName = "credential-es256.jwt",
            Write = (award, ids) => Writer.WriteWithSubject(award, ids) with { Format = OpenBadges3JwtEs256 },
        },
        new()
        {
            Name = OpenBadges2,
            Family = FormatFamily.OpenBadges2,
            Securing = new Hosted(),
            MediaType = "application/ld+json",
            FileName = "assertion.json",
            Write = OB2.Writer.WriteHosted,
            Lacks = OB2.Requirements.Missing,
            DocumentId = ids => ids.AssertionId,
        },
        new()
        {
            Name = OpenBadges2Jwt,
            Family = FormatFamily.OpenBadges2,
            Securing = new SignedAssertion(),
            MediaType = "application/jose",
            FileName = "assertion.jws",
            Write = OB2.Writer.WriteSigned,
            Lacks = OB2.Requirements.Missing,
            DocumentId = ids => ids.SignedAssertionId,
        },
        new()
        {
            Name = Europass,
            Family = FormatFamily.Europass,
            Securing = new Seal(),
            MediaType = "application/jose+json",
            FileName = "europass.jsonld",
            Write = EDC.Writer.Write,
            Lacks = EDC.Requirements.Missing,
            DocumentId = ids => ids.EuropassId,
        },
    ];

    /// <summary>The names that clients may ask for.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(format => format.Name)];

    /// <summary>The names of those whose documents carry their proof inside, under one <c>id</c>.</summary>
    public static IReadOnlyList<string> Embedded { get; } = [.. All.Where(format => format.Securing is EmbeddedProof).Select(format => format.Name)];

    /// <summary>Finds a format by its exact name.</summary>
    public static bool TryGet(string name, [NotNullWhen(true)] out Format? format)
    {
        format = All.FirstOrDefault(candidate => candidate.Name == name);
        return format is not null;
    }
}
