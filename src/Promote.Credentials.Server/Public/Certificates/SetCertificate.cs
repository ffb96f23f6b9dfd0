using Promote.Credentials.Formats.Certificates;

namespace Promote.Credentials.Server.Public.Certificates;

/// <summary>A certificate ready to be drawn or shown.</summary>
/// <param name="Face">What it says.</param>
/// <param name="LogoPath">Where a page finds the issuer's logo; null where there is none here.</param>
internal sealed record SetCertificate(CertificateFace Face, string? LogoPath);
