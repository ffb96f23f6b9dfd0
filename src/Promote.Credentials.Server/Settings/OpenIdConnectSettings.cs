namespace Promote.Credentials.Server.Settings;

/// <summary>The section <c>Promote:SignIn:OpenIdConnect</c>: an identity provider whose tokens people send in the place of an API key.</summary>
internal sealed record OpenIdConnectSettings
{
    /// <summary>The provider's issuer identifier; its metadata is at <c>{Authority}/.well-known/openid-configuration</c>. Unset: no provider.</summary>
    public Uri? Authority { get; init; }

    /// <summary>What a token names as its audience.</summary>
    public string? Audience { get; init; }
}
