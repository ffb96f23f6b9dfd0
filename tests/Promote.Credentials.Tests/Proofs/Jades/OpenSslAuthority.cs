using System.Buffers.Text;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Promote.Credentials.Proofs.Jades;

namespace Promote.Credentials.Tests.Proofs.Jades;

/// <summary>A time-stamping authority by <c>openssl ts</c>, and what <c>openssl ts</c> says to tokens of others. Its clock is the machine's.</summary>
public sealed class OpenSslAuthority : IDisposable
{
    private const string Program = "/usr/bin/openssl";

    private const string Settings = """
        [tsa]
        default_tsa = promote
        [promote]
        serial = serial
        crypto_device = builtin
        signer_cert = tsa.pem
        certs = ca.pem
        signer_key = tsa.key
        signer_digest = sha256
        default_policy = 1.2.3.4.1
        digests = sha256, sha384, sha512
        ess_cert_id_alg = sha256
        accuracy = secs:1
        [authority]
        basicConstraints = critical, CA:true
        keyUsage = critical, keyCertSign
        [stamp]
        basicConstraints = critical, CA:false
        keyUsage = critical, digitalSignature
        extendedKeyUsage = critical, timeStamping
        [req]
        distinguished_name = none
        [none]
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("promote-tsa-");

    public OpenSslAuthority()
    {
        if (Missing is not null)
        {
            return;
        }
        File.WriteAllText(PathOf("ts.cnf"), Settings);
        File.WriteAllText(PathOf("serial"), "01\n");
        Run("req", "-config", "ts.cnf", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "ca.key", "-subj", "/C=RO/O=TEST time authority/CN=TEST root", "-extensions", "authority", "-days", "3650", "-out", "ca.pem");
        Run("req", "-config", "ts.cnf", "-new", "-newkey", "rsa:2048", "-nodes", "-keyout", "tsa.key", "-subj", "/C=RO/O=TEST time authority/CN=TEST clock", "-out", "tsa.csr");
        Run("x509", "-req", "-in", "tsa.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-extfile", "ts.cnf", "-extensions", "stamp", "-days", "3650", "-out", "tsa.pem");
    }

    /// <summary>Why there is none here; null when there is.</summary>
    public static string? Missing { get; } = File.Exists(Program) ? null : $"{Program} is missing: apt-get install openssl";

    public SealTrustAnchor Anchor
    {
        get
        {
            string pem = File.ReadAllText(PathOf("ca.pem"));
            return SealTrustAnchor.TryRead(Convert.FromBase64String(pem[PemEncoding.Find(pem).Base64Data]), isQualified: false, out SealTrustAnchor? anchor)
                ? anchor
                : throw new InvalidDataException(pem);
        }
    }

    /// <summary>Answers a query, a refusal too.</summary>
    public byte[] Reply(ReadOnlySpan<byte> query)
    {
        File.WriteAllBytes(PathOf("query"), query);
        Run("ts", "-reply", "-config", "ts.cnf", "-queryfile", "query", "-out", "answer");
        return File.ReadAllBytes(PathOf("answer"));
    }

    /// <summary>The signature time-stamp of a seal of level B-T (TS 119 182-1 §5.3.4), and what it is over: the text of the signature.</summary>
    public static (byte[] Token, byte[] Stamped) TimeStampIn(ReadOnlySpan<byte> seal)
    {
        JsonNode signature = JsonNode.Parse(seal)!["signatures"]![0]!;
        JsonNode entry = JsonNode.Parse(Base64Url.DecodeFromChars((string)signature["header"]!["etsiU"]![0]!))!;
        return (Convert.FromBase64String((string)entry["sigTst"]!["tstTokens"]![0]!["val"]!), Encoding.ASCII.GetBytes((string)signature["signature"]!));
    }

    /// <summary>Whether <c>openssl ts -verify</c> takes a token as one of this authority over the data.</summary>
    public bool Accepts(ReadOnlySpan<byte> token, ReadOnlySpan<byte> data)
    {
        File.WriteAllBytes(PathOf("token"), token);
        File.WriteAllBytes(PathOf("data"), data);
        return Try("ts", "-verify", "-config", "ts.cnf", "-data", "data", "-in", "token", "-token_in", "-CAfile", "ca.pem").ExitCode == 0;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string PathOf(string file) => Path.Combine(_folder.FullName, file);

    private void Run(params string[] arguments)
    {
        (int exitCode, string errors) = Try(arguments);
        if (exitCode != 0)
        {
            throw new InvalidOperationException($"openssl {string.Join(' ', arguments)} failed: {errors}");
        }
    }

    private (int ExitCode, string Errors) Try(params string[] arguments)
    {
        ProcessStartInfo start = new(Program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _folder.FullName };
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        string errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output.Result + errors);
    }
}
