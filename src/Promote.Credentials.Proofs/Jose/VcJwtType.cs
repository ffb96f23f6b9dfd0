namespace Promote.Credentials.Proofs.Jose;

/// <summary>The values of <c>typ</c> that a credential may carry. A token of another type is not taken for one (RFC 8725 §3.11).</summary>
internal static class VcJwtType
{
    /// <summary>Absent or <c>JWT</c> in Open Badges 3.0; <c>vc+jwt</c>, formerly <c>vc+ld+jwt</c>, in VC-JOSE-COSE §6.1.1.</summary>
    public static bool IsKnown(string? type) => Name(type) is null or "jwt" or "vc+jwt" or "vc+ld+jwt";

    /// <summary>A presentation: <c>vp+jwt</c> (VC-JOSE-COSE §6.1.2), or the untyped one of version 1.1.</summary>
    public static bool IsKnownForPresentation(string? type) => Name(type) is null or "jwt" or "vp+jwt" or "vp+ld+jwt";

    /// <summary>A claim <c>vc</c> or <c>vp</c> is for tokens of no type of their own (VC-JOSE-COSE §3.1.3).</summary>
    public static bool MayBeLegacy(string? type) => Name(type) is null or "jwt";

    /// <summary>Open Badges 3.0 §8.2.3 requires the claims; VC-JOSE-COSE §3.1.3 only wants those that are there to agree.</summary>
    public static bool RequiresClaims(string? type) => Name(type) is null or "jwt";

    /// <summary>RFC 7515 §4.1.9: a media type, whose letters are of either case and whose <c>application/</c> may be left out.</summary>
    private static string? Name(string? type)
    {
        const string Prefix = "application/";
        string? lower = type?.ToLowerInvariant();
        return lower?.StartsWith(Prefix, StringComparison.Ordinal) == true ? lower[Prefix.Length..] : lower;
    }
}
