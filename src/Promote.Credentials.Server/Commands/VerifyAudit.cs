using Promote.Credentials.Server.Storage.Audit;

namespace Promote.Credentials.Server.Commands;

/// <summary><c>promote audit verify</c>: whether the audit trail is what was written, and which row is the first that does not fit. Ends with 0 when it is, 2 when nothing remembers its end, 3 when it is not.</summary>
internal static class VerifyAudit
{
    private const int EndUnknown = 2;
    private const int Broken = 3;

    public static async Task RunAsync(IServiceProvider services, Options options, TextWriter output, CancellationToken cancellationToken)
    {
        var verdict = await services.GetRequiredService<VerifyAuditChain>().RunAsync(cancellationToken);
        if (verdict.Fault is { } fault)
        {
            throw new CommandFailedException($"{Name(fault)}: {verdict.Detail}", fault == AuditFault.EndUnknown ? EndUnknown : Broken);
        }

        await output.WriteLineAsync($"intact: {verdict.Detail}");
        if (verdict.Waiting > 0)
        {
            await output.WriteLineAsync($"{verdict.Waiting} row(s) have no place in the chain yet; the running service gives them one within seconds.");
        }
    }

    private static string Name(AuditFault fault) => fault switch
    {
        AuditFault.Tampered => "tampered",
        AuditFault.Missing => "missing",
        AuditFault.Reordered => "reordered",
        AuditFault.CutOff => "cut off",
        _ => "end unknown",
    };
}
