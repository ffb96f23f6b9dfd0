using System.Security.Cryptography;
using Promote.Credentials.Proofs.Jades;
using Promote.Credentials.Server.Settings;

namespace Promote.Credentials.Server.Issuing.Seals;

/// <summary>The authorities that this installation trusts for seals and time-stamps: read at start, from a folder that the operator fills.</summary>
/// <param name="All">In the order of the files; each an anchor of a seal or of a time-stamp alike.</param>
internal sealed record TrustAnchors(IReadOnlyList<SealTrustAnchor> All)
{
    private const string QualifiedFolder = "qualified";
    private const string PemLabel = "CERTIFICATE";
    private static readonly string[] Extensions = [".pem", ".crt", ".cer", ".der"];

    /// <summary>What the settings name; in Development, where they name nothing, the authority of keys-dev.</summary>
    /// <exception cref="SettingsException">The folder is not there, a file of it holds no certificate, or one that everybody could have misused.</exception>
    public static TrustAnchors Of(SealSettings settings, IHostEnvironment environment) => Of(settings, environment.IsDevelopment());

    /// <summary>The same where there is no service.</summary>
    /// <exception cref="SettingsException">As above.</exception>
    public static TrustAnchors Of(SealSettings settings, bool isDevelopment = false)
    {
        if (settings.TrustAnchors is not { } folder)
        {
            return new TrustAnchors(isDevelopment ? [Anchor("seal-ca.pem", DevelopmentKeys.SealAuthority(), false)] : []);
        }

        if (!Directory.Exists(folder))
        {
            throw new SettingsException($"Promote__Seal__TrustAnchors is {folder}, which is not there: set it to the folder with the certificates of the authorities that you trust.");
        }

        var development = DevelopmentKeys.SealAuthority();
        return new TrustAnchors([.. Read(folder, false).Concat(Read(Path.Combine(folder, QualifiedFolder), true)).Select(found =>
            !isDevelopment && found.Der.Span.SequenceEqual(development.Span)
                ? throw new SettingsException($"The trust anchor {found.File} is the test authority of keys-dev: remove it.")
                : Anchor(found.File, found.Der, found.IsQualified))]);
    }

    private static IEnumerable<(string File, ReadOnlyMemory<byte> Der, bool IsQualified)> Read(string folder, bool isQualified) =>
        from file in Directory.Exists(folder) ? Directory.GetFiles(folder).Order(StringComparer.Ordinal) : Enumerable.Empty<string>()
        where Extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase)
        from der in Certificates(file)
        select (file, der, isQualified);

    /// <summary>Every certificate of a PEM file (RFC 7468 §5), or the one that a DER file is.</summary>
    private static List<ReadOnlyMemory<byte>> Certificates(string file)
    {
        try
        {
            var bytes = File.ReadAllBytes(file);
            ReadOnlySpan<char> rest = System.Text.Encoding.ASCII.GetString(bytes);
            var found = new List<ReadOnlyMemory<byte>>();
            while (PemEncoding.TryFind(rest, out var fields))
            {
                if (rest[fields.Label].SequenceEqual(PemLabel))
                {
                    found.Add(Convert.FromBase64String(rest[fields.Base64Data].ToString()));
                }

                rest = rest[fields.Location.End..];
            }

            return found.Count > 0 ? found : [bytes];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"The trust anchor {file} cannot be read: {exception.Message}", exception);
        }
    }

    private static SealTrustAnchor Anchor(string file, ReadOnlyMemory<byte> der, bool isQualified) =>
        SealTrustAnchor.TryRead(der.Span, isQualified, out var anchor)
            ? anchor
            : throw new SettingsException($"The trust anchor {file} is not a certificate in PEM or DER: correct or remove it.");
}
