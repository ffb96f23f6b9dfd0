using System.Text;
using Promote.Credentials.Proofs.Dids;
using Promote.Credentials.Server.Issuing.Seals;
using Promote.Credentials.Server.Outbound;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Verification;
using Promote.Credentials.Verification.Ports;

namespace Promote.Credentials.Server.Commands;

/// <summary>
/// <c>promote verify</c>: the report on a file or an address, by the checks of the service, without its database or settings. What needs
/// no network is checked without one.
/// </summary>
internal static class VerifyFile
{
    /// <summary>How it is written.</summary>
    public const string Usage = "verify (FILE | URL | -) [--strict] [--json] [--offline] [--holder \"name or e-mail\"] [--anchors FOLDER]";

    private const int Valid = 0;
    private const int Unreadable = 1;
    private const int Unconfirmed = 2;
    private const int Invalid = 3;
    private const int NotACredential = 4;

    /// <summary>Verifies, and answers the exit code: 0 valid, 2 unconfirmed, 3 invalid, 4 no credential, 1 when the input could not be read.</summary>
    public static async Task<int> RunAsync(string[] arguments, Stream standardInput, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        if (arguments is not [var target, ..] || (target != "-" && target.StartsWith('-')) || arguments.Any(argument => argument.StartsWith("--", StringComparison.Ordinal) && !IsKnown(argument)))
        {
            throw new UsageException($"Usage: promote {Usage}");
        }

        try
        {
            var input = await ReadAsync(target, standardInput, cancellationToken);
            var anchors = TrustAnchors.Of(new SealSettings { TrustAnchors = ValueOf(arguments, "--anchors") });
            await using var services = new ServiceCollection().AddOutbound(new PromoteSettings()).BuildServiceProvider();
            var outside = new Outside(arguments.Contains("--offline") ? null : services.GetRequiredService<IFetcher>());
            var report = await new Verifier(outside, outside, outside, anchors.All, TimeProvider.System).VerifyAsync(
                input,
                new VerificationRequest
                {
                    Now = TimeProvider.System.GetUtcNow(),
                    Profile = arguments.Contains("--strict") ? VerificationProfile.Strict : VerificationProfile.Compat,
                    Holder = ValueOf(arguments, "--holder"),
                },
                cancellationToken);
            await WriteAsync(report, arguments.Contains("--json"), output);
            return CodeOf(report);
        }
        catch (IOException exception)
        {
            await errors.WriteLineAsync(exception.Message);
            return Unreadable;
        }
    }

    private static bool IsKnown(string option) => option.Split('=')[0] is "--strict" or "--json" or "--offline" or "--holder" or "--anchors";

    private static string? ValueOf(string[] arguments, string option) =>
        arguments.FirstOrDefault(argument => argument.StartsWith(option + "=", StringComparison.Ordinal)) is { } joined ? joined[(option.Length + 1)..]
        : Array.IndexOf(arguments, option) is >= 0 and var at && at + 1 < arguments.Length ? arguments[at + 1]
        : null;

    private static async Task<byte[]> ReadAsync(string target, Stream standardInput, CancellationToken cancellationToken)
    {
        if (target.StartsWith("https://", StringComparison.Ordinal))
        {
            return Encoding.UTF8.GetBytes(target);
        }

        if (target != "-")
        {
            return await File.ReadAllBytesAsync(target, cancellationToken);
        }

        using var read = new MemoryStream();
        await standardInput.CopyToAsync(read, cancellationToken);
        return read.ToArray();
    }

    private static async Task WriteAsync(Report report, bool asJson, TextWriter output)
    {
        if (asJson)
        {
            await output.WriteLineAsync(Encoding.UTF8.GetString(ReportJson.Write(report, static (json, credential) => credential.WriteTo(json))));
            return;
        }

        await output.WriteLineAsync($"{ReportJson.NameOf(report.Outcome)}{(report.Kind is { } kind ? $" ({kind}, {report.SecuredBy})" : "")}");
        foreach (var check in report.Checks)
        {
            await output.WriteLineAsync($"  {check.Outcome,-10} {check.Code} {check.Title}: {check.Detail}");
            foreach (var fact in check.Facts)
            {
                await output.WriteLineAsync($"             {fact}");
            }
        }

        if (report.Rejection is { } rejection)
        {
            await output.WriteLineAsync($"  {rejection.Detail}");
        }
    }

    private static int CodeOf(Report report) => report switch
    {
        { Rejection: not null } => NotACredential,
        { Outcome: Outcome.Valid or Outcome.ValidWithWarnings } => Valid,
        { Outcome: Outcome.Unconfirmed } => Unconfirmed,
        _ => Invalid,
    };

    /// <summary>The world without a service: no records, no DIDs of its own, and the network only where it is wanted.</summary>
    private sealed class Outside(IFetcher? fetcher) : IDidResolver, IOwnRecords, IFetcher
    {
        public ValueTask<DidDocument?> ResolveAsync(string did, CancellationToken cancellationToken) => new((DidDocument?)null);

        public ValueTask<OwnRecord> FindAsync(string credentialId, string issuerId, CancellationToken cancellationToken) => new(OwnRecord.NotOurs);

    public ValueTask<IReadOnlyList<ReadOnlyMemory<byte>>> AccreditationsOfAsync(string issuerId, CancellationToken cancellationToken) => new([]);

        public Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken) =>
            fetcher?.FetchAsync(request, cancellationToken) ?? Task.FromResult(FetchResult.Failed(request.Url, FetchFailure.Unreachable, "Without the network nothing is looked up."));
    }
}
