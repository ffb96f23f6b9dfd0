using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Promote.Credentials.Tests.Proofs.Keys.Pkcs11;

/// <summary>
/// SoftHSM with tokens in a folder of its own, for this process and those it starts. SoftHSM reads its settings once a process, when
/// the module is initialised, and sees only the tokens that are there then: make every token before the first key is opened.
/// </summary>
public sealed class SoftHsm : IDisposable
{
    public const string Pin = "pin-of-the-tests";
    private const string Utility = "/usr/bin/softhsm2-util";
    private const string Tool = "/usr/bin/pkcs11-tool";

    private static readonly string[] ModulePaths =
        ["/usr/lib/softhsm/libsofthsm2.so", "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so", "/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("promote-softhsm-");

    public SoftHsm()
    {
        Directory.CreateDirectory(Tokens);
        File.WriteAllText(Configuration, $"directories.tokendir = {Tokens}\nobjectstore.backend = file\nlog.level = ERROR\n");
        // Native code does not see what Environment.SetEnvironmentVariable sets.
        if (Missing is null && setenv("SOFTHSM2_CONF", Configuration, overwrite: 1) != 0)
        {
            throw new InvalidOperationException("setenv failed.");
        }
    }

    /// <summary>Why there is no SoftHSM here; null when there is.</summary>
    public static string? Missing { get; } =
        !ModulePaths.Any(File.Exists) || !File.Exists(Utility) ? "SoftHSM is not installed: apt-get install softhsm2"
        : !File.Exists(Tool) ? $"{Tool} is missing: apt-get install opensc"
        : null;

    public static string ModulePath { get; } = ModulePaths.FirstOrDefault(File.Exists, "");

    /// <summary>The folder with one folder a token.</summary>
    public string Tokens => Path.Combine(_folder.FullName, "tokens");

    /// <summary>The file that SOFTHSM2_CONF names.</summary>
    public string Configuration => Path.Combine(_folder.FullName, "softhsm2.conf");

    /// <summary>What a service process needs to reach a token; the names of the three settings begin with <paramref name="prefix"/>.</summary>
    public IReadOnlyDictionary<string, string> EnvironmentOf(string token, string prefix = "Promote__Pkcs11__") => new Dictionary<string, string>
    {
        ["SOFTHSM2_CONF"] = Configuration,
        [$"{prefix}Module"] = ModulePath,
        [$"{prefix}Token"] = token,
        [$"{prefix}Pin"] = Pin,
    };

    /// <summary>Makes a token and returns its folder. No label may begin with that of another token: pkcs11-tool would take either.</summary>
    public string MakeToken(string label)
    {
        string[] before = Directory.GetDirectories(Tokens);
        Run(Utility, "--init-token", "--free", "--label", label, "--pin", Pin, "--so-pin", "so-pin-of-the-tests");
        return Directory.GetDirectories(Tokens).Except(before).Single();
    }

    /// <summary>Makes a pair of keys on a token.</summary>
    /// <param name="token">The token's label.</param>
    /// <param name="type">As <c>pkcs11-tool --key-type</c> takes it: <c>EC:edwards25519</c>, <c>EC:prime256v1</c>, <c>rsa:2048</c>.</param>
    /// <param name="label">CKA_LABEL of both.</param>
    /// <param name="id">CKA_ID of both, in hexadecimal.</param>
    /// <param name="more">More arguments; without any, the key is for signing.</param>
    public void MakeKey(string token, string type, string label, string id, params string[] more) =>
        OnToken(token, ["--keypairgen", "--key-type", type, "--label", label, "--id", id, .. more.Length == 0 ? ["--usage-sign"] : more]);

    /// <summary>Makes a pair of keys on a token, and beside it a certificate of the test subject from an authority outside.</summary>
    /// <param name="token">The token's label.</param>
    /// <param name="type">As for <see cref="MakeKey"/>.</param>
    /// <param name="label">CKA_LABEL of all three.</param>
    /// <param name="id">CKA_ID of all three, in hexadecimal.</param>
    /// <param name="from">From when the certificate holds.</param>
    /// <param name="until">Until when.</param>
    public void MakeSeal(string token, string type, string label, string id, DateTimeOffset from, DateTimeOffset until)
    {
        MakeKey(token, type, label, id);
        string file = Path.Combine(_folder.FullName, $"{token}-{id}.der");
        OnToken(token, "--read-object", "--type", "pubkey", "--id", id, "--output-file", file);
        var request = new CertificateRequest(new X500DistinguishedName("C=RO, O=CoVE, OID.2.5.4.97=VATRO-12345678, CN=CoVE seal"), PublicKey.CreateFromSubjectPublicKeyInfo(File.ReadAllBytes(file), out _), HashAlgorithmName.SHA256);
        using ECDsa authority = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using X509Certificate2 certificate = request.Create(new X500DistinguishedName("C=RO, O=CoVE, CN=Authority"), X509SignatureGenerator.CreateForECDsa(authority), from, until, [1]);
        File.WriteAllBytes(file, certificate.RawData);
        OnToken(token, "--write-object", file, "--type", "cert", "--label", label, "--id", id);
    }

    /// <summary>Runs <c>pkcs11-tool</c> logged in to a token, in a process of its own.</summary>
    public void OnToken(string token, params string[] arguments) =>
        Run(Tool, ["--module", ModulePath, "--token-label", token, "--login", "--pin", Pin, .. arguments]);

    public void Dispose() => _folder.Delete(recursive: true);

    private void Run(string program, params string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["SOFTHSM2_CONF"] = Configuration;
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        string errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed: {output.Result}{errors}");
        }
    }

    [DllImport("libc", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int setenv([MarshalAs(UnmanagedType.LPUTF8Str)] string name, [MarshalAs(UnmanagedType.LPUTF8Str)] string value, int overwrite);
}
