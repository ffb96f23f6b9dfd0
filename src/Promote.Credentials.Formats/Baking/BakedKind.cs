namespace Promote.Credentials.Formats.Baking;

/// <summary>The version of Open Badges whose rules a badge is baked by.</summary>
public enum BakedKind
{
    /// <summary>Open Badges 3.0 §5.3: a signed credential as JSON, or a compact JWS.</summary>
    OpenBadges3,

    /// <summary>Open Badges 2.0 baking: a hosted assertion as JSON, a signed one as compact JWS, or its URL.</summary>
    OpenBadges2,
}
